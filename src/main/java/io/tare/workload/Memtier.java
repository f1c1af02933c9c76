package io.tare.workload;

import io.tare.study.Better;
import io.tare.study.Parameter;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code memtier}: the real memtier_benchmark (2.0 and later) on the memcached workloads' server, where a study says where it is. Left to
 * itself it sets no keys before it asks for them, and the study this project grows from left it so.
 */
public final class Memtier implements WorkloadKind {
    private static final Parameter PROTOCOL =
            Parameter.oneOf("protocol", List.of("memcache_text", "memcache_binary"), "how the server is spoken to");

    @Override
    public String name() {
        return "memtier";
    }

    @Override
    public String summary() {
        return "Memcached SETs and GETs in a closed loop (the real memtier_benchmark, where the study says where it is)";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(
                List.of(ClientShape.threads(4), ClientShape.connectionsOfEachThread(50), ClientShape.RATIO, PROTOCOL));
        parameters.addAll(RealTool.PARAMETERS);
        return parameters;
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        RealTool tool = RealTool.of("memtier_benchmark", value(parameters, "program"), value(parameters, "image"));
        List<String> client = new ArrayList<>(List.of(tool.command(), "--hide-histogram"));
        client.addAll(List.of("--server={server}", "--port={port}", "--test-time={seconds}"));
        client.add("--protocol=" + value(parameters, "protocol"));
        client.add("--threads=" + value(parameters, "threads"));
        client.add("--clients=" + value(parameters, "connections"));
        client.addAll(List.of("--ratio=" + value(parameters, "ratio"), "--data-size=32"));
        return new DataWorkload(new WorkloadSpec(
                name(),
                summary(),
                null,
                Memcached.server("64", true, ClientShape.allConnections(this, parameters)),
                tool.client(client, Memcached.GATE, Memcached.GATE_EXPECTS),
                List.of(
                        column("throughput", "KB/s", Better.HIGHER, "Totals", 8),
                        column("operations", "operations/s", Better.HIGHER, "Totals", 1),
                        column("latency", "ms", Better.LOWER, "Totals", 4),
                        column("latency.p50", "ms", Better.LOWER, "Totals", 5),
                        column("latency.p99", "ms", Better.LOWER, "Totals", 6),
                        column("set_latency", "ms", Better.LOWER, "Sets", 4),
                        column("get_latency", "ms", Better.LOWER, "Gets", 4),
                        column("misses", "operations/s", Better.LOWER, "Totals", 3)),
                List.of(
                        new WorkloadSpec.Bound("answers", "operations", 1.0, null, "invalid", "there was no answer"),
                        new WorkloadSpec.Bound(
                                "misses",
                                "misses",
                                null,
                                0.0,
                                "note",
                                "GETs found nothing: keys were not set before, so little but requests was carried"))));
    }

    /** A column of the table, from 1, in an operation's line. */
    private static WorkloadSpec.Metric column(String name, String unit, Better better, String line, int column) {
        String pattern = "^" + line + "(?: +[0-9.-]+){" + (column - 1) + "} +(?<value>[0-9.]+)";
        return new WorkloadSpec.Metric(name, unit, better, null, pattern, 1, true);
    }
}
