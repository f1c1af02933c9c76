package io.tare.workload;

import io.tare.study.Better;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.List;
import java.util.Map;

/** {@code redis}: GETs and SETs in a closed loop under redis-benchmark. Data alone: a study could have written it. */
public final class Redis implements WorkloadKind {
    private static final Parameter CLIENTS =
            Parameter.of("clients", Type.INTEGER, "50", "parallel connections").atLeast(1);
    private static final Parameter REQUESTS = Parameter.of(
                    "requests", Type.INTEGER, "100000", "requests of each kind; the trial lasts as long as they take")
            .atLeast(1000);

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String summary() {
        return "Redis SET and GET requests/s in a closed loop (redis-benchmark)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(CLIENTS, REQUESTS);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        return new DataWorkload(new WorkloadSpec(
                name(),
                summary(),
                null,
                new WorkloadSpec.Server(
                        List.of(
                                "redis-server",
                                "--port",
                                "{port}",
                                "--save",
                                "",
                                "--appendonly",
                                "no",
                                "--protected-mode",
                                "no"),
                        List.of("tcp"),
                        new WorkloadSpec.Ready(false, List.of("redis-cli", "-p", "{port}", "ping"), 20),
                        Map.of(),
                        Map.of()),
                new WorkloadSpec.Client(
                        List.of(
                                "redis-benchmark",
                                "-h",
                                "{server}",
                                "-p",
                                "{port}",
                                "-t",
                                "set,get",
                                "--csv",
                                "-c",
                                value(parameters, "clients"),
                                "-n",
                                value(parameters, "requests")),
                        List.of("redis-cli", "-h", "{server}", "-p", "{port}", "ping"),
                        "PONG",
                        List.of(0)),
                List.of(
                        csv("set_throughput", "requests/s", Better.HIGHER, "SET", 0),
                        csv("get_throughput", "requests/s", Better.HIGHER, "GET", 0),
                        csv("set_latency", "ms", Better.LOWER, "SET", 1),
                        csv("get_latency", "ms", Better.LOWER, "GET", 1),
                        csv("set_latency.p99", "ms", Better.LOWER, "SET", 5),
                        csv("get_latency.p99", "ms", Better.LOWER, "GET", 5)),
                List.of()));
    }

    /** The column after {@code skip} others of an operation's line: "SET","rps","avg","min","p50","p95","p99","max". */
    private static WorkloadSpec.Metric csv(String name, String unit, Better better, String operation, int skip) {
        String pattern = "^\"" + operation + "\"" + ",\"[0-9.]+\"".repeat(skip) + ",\"(?<value>[0-9.]+)\"";
        return new WorkloadSpec.Metric(name, unit, better, null, pattern, 1, true);
    }
}
