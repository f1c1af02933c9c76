package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * {@code memcached-text} and {@code memcached-binary}: SETs and GETs in a closed loop under Tare's own generator, shaped as
 * memtier_benchmark's. Every key is set before the measured time unless the study says otherwise, so that GETs carry values.
 */
public record Memcached(String protocol) implements WorkloadKind {
    /** A value is set and asked for once over the path. */
    static final List<String> GATE = List.of("tare-memcached-probe", "{server}", "{port}");

    static final String GATE_EXPECTS = "^the value came back$";

    private static final int WARM_UP = 1;
    /** Of the server; memcached's own preset is the first. */
    private static final int LEAST_CONNECTIONS = 1024;

    private static final int SPARE_CONNECTIONS = 100;
    /** What the slowest path pre-fills a second, in keys and in bytes: to know when to give up, not what to expect. */
    private static final double SLOWEST_KEYS = 20_000;

    private static final double SLOWEST_BYTES = 20e6;
    /** When the generator gives its pre-fill up itself, in s. */
    private static final double LONGEST_PRE_FILL = 600;

    private static final Parameter SIZE =
            Parameter.of("size", Type.SIZE, "32", "bytes of a value").atLeast(1).atMost(1_000_000);
    private static final Parameter KEYS = Parameter.of("keys", Type.INTEGER, "10000", "different keys")
            .atLeast(1)
            .atMost(10_000_000);
    private static final Parameter PRE_FILL = Parameter.of(
            "pre-fill", Type.BOOLEAN, "true", "set every key before the measured time; without it GETs miss at first");
    private static final Parameter MEMORY = Parameter.of(
                    "memory", Type.INTEGER, "64", "memory of the server for items, in MiB")
            .atLeast(1);
    private static final Parameter EVICT =
            Parameter.of("evict", Type.BOOLEAN, "true", "a full server drops old items; else it refuses new ones");

    @Override
    public String name() {
        return "memcached-" + protocol;
    }

    @Override
    public String summary() {
        return "Memcached SETs and GETs in a closed loop, %s protocol (tare-load)".formatted(protocol);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                ClientShape.threads(4),
                ClientShape.connectionsOfEachThread(50),
                ClientShape.RATIO,
                SIZE,
                KEYS,
                PRE_FILL,
                MEMORY,
                EVICT);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        boolean filled = Boolean.parseBoolean(value(parameters, "pre-fill"));
        WorkloadSpec spec = spec(parameters, filled);
        return new ReadWorkload(
                spec, 0, filled ? preFill(parameters) : 0, output -> read(LoadOutput.of(output), filled));
    }

    /** The longest that setting every key may take, in s. */
    private double preFill(Map<String, String> parameters) {
        double keys = Double.parseDouble(value(parameters, "keys"));
        double seconds = keys / SLOWEST_KEYS + keys * Sizes.of(value(parameters, "size")) / SLOWEST_BYTES;
        return Math.min(seconds, LONGEST_PRE_FILL);
    }

    private WorkloadSpec spec(Map<String, String> parameters, boolean filled) {
        List<String> client = new ArrayList<>(List.of("tare-load", "memcached", "--json"));
        client.addAll(List.of("--server", "{server}", "--port", "{port}"));
        client.addAll(List.of("--protocol", "memcache_" + protocol));
        client.addAll(List.of("--threads", value(parameters, "threads")));
        client.addAll(List.of("--clients", value(parameters, "connections")));
        client.addAll(List.of("--test-time", "{seconds}s", "--warm-up", "{omit}s"));
        client.addAll(List.of("--ratio", value(parameters, "ratio")));
        client.addAll(List.of("--data-size", Sizes.bytes(value(parameters, "size"))));
        client.addAll(List.of("--key-minimum", "1", "--key-maximum", value(parameters, "keys")));
        if (filled) {
            client.add("--pre-fill");
        }
        return new WorkloadSpec(
                name(),
                summary(),
                null,
                Memcached.server(
                        value(parameters, "memory"),
                        Boolean.parseBoolean(value(parameters, "evict")),
                        ClientShape.allConnections(this, parameters)),
                new WorkloadSpec.Client(client, GATE, GATE_EXPECTS, List.of(0, 1), WARM_UP, null, null),
                List.of(),
                List.of());
    }

    /** A memcached server with its presets, but for its memory in MiB and room for so many connections of clients. */
    static WorkloadSpec.Server server(String memory, boolean evict, int connections) {
        int limit = Math.max(LEAST_CONNECTIONS, connections + SPARE_CONNECTIONS);
        List<String> command = new ArrayList<>(List.of(
                "memcached",
                "--port={port}",
                "--udp-port=0",
                "--user=nobody",
                "--conn-limit=" + limit,
                "--memory-limit=" + memory));
        if (!evict) {
            command.add("--disable-evictions");
        }
        return new WorkloadSpec.Server(
                command, List.of("tcp"), new WorkloadSpec.Ready(true, List.of(), 20), Map.of(), Map.of());
    }

    private static Reading read(LoadOutput load, boolean filled) {
        Map<String, Histogram> histograms = load.histograms();
        List<Measurement> metrics = new ArrayList<>();
        metrics.add(load.throughput());
        metrics.add(new Measurement("operations", "operations/s", Better.HIGHER, load.achieved()));
        metrics.addAll(load.latencies(histograms));
        LoadOutput.add(metrics, "set_latency", histograms.get("set"), LatencyFigures.FEW);
        LoadOutput.add(metrics, "get_latency", histograms.get("get"), LatencyFigures.FEW);
        metrics.add(load.errors());
        long misses = load.tree().path("misses").asLong(0);
        long gets = misses + load.tree().path("hits").asLong(0);
        metrics.add(new Measurement("misses", "% of GETs", Better.LOWER, gets == 0 ? 0 : 100.0 * misses / gets));
        List<Verdict> verdicts = new ArrayList<>(load.verdicts());
        verdicts.add(load.wrong("status"));
        verdicts.add(load.wrong("length"));
        verdicts.add(Checks.misses(misses, gets, !filled));
        return new Reading(load.seconds(), metrics, verdicts, histograms, load.begun());
    }
}
