package io.tare.workload;

import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.List;
import java.util.Map;

/**
 * {@code postgresql-300} and {@code postgresql-500}: pgbench's own transactions (TPC-B like) at a constant rate on a database of scale 10,
 * one million accounts. The database is made once a run; between trials it is put back from a copy within the server.
 */
public record Postgresql(int rate) implements WorkloadKind {
    private static final String SCRIPT = "/opt/tare/postgresql.sh";
    private static final int WARM_UP = 1;
    private static final int ACCOUNTS = 100_000;
    private static final int LONGEST_START = 60;
    private static final Parameter CLIENTS = Parameter.of("clients", Type.INTEGER, "100", "connections")
            .atLeast(1)
            .atMost(1000);
    private static final Parameter SCALE = Parameter.of(
                    "scale", Type.INTEGER, "10", "size of the database, in 100,000 accounts")
            .atLeast(1)
            .atMost(100);
    private static final Parameter TRANSACTIONS = Parameter.of(
                    "transactions", Type.INTEGER, "0", "transactions of each client, instead of a time; 0 runs by time")
            .atLeast(0)
            .atMost(1_000_000);
    private static final Parameter MAX_CONNECTIONS = Parameter.of(
                    "max-connections", Type.INTEGER, "0", "of the server; 0 is 20 more than there are clients")
            .atLeast(0)
            .atMost(2000);

    @Override
    public String name() {
        return "postgresql-" + rate;
    }

    @Override
    public String summary() {
        return "PostgreSQL latency at %d transactions/s (pgbench)".formatted(rate);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                CLIENTS,
                ClientShape.threads(4),
                Parameter.of(
                                "rate",
                                Type.INTEGER,
                                Integer.toString(rate),
                                "transactions/s; 0 sends the next when the answer is there")
                        .atLeast(0)
                        .atMost(1_000_000),
                SCALE,
                TRANSACTIONS,
                MAX_CONNECTIONS);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        WorkloadSpec spec = spec(parameters);
        double offered = Double.parseDouble(value(parameters, "rate"));
        return new ReadWorkload(spec, 0, output -> PgbenchOutput.of(output).reading(offered));
    }

    private WorkloadSpec spec(Map<String, String> parameters) {
        String scale = value(parameters, "scale");
        int clients = Integer.parseInt(value(parameters, "clients"));
        int most = Integer.parseInt(value(parameters, "max-connections"));
        return new WorkloadSpec(
                name(),
                summary(),
                null,
                new WorkloadSpec.Server(
                        List.of("sh", SCRIPT, "serve", "{port}", Integer.toString(most == 0 ? clients + 20 : most)),
                        List.of("tcp"),
                        new WorkloadSpec.Ready(false, List.of("sh", SCRIPT, "ready", "{port}"), LONGEST_START),
                        Map.of(),
                        Map.of(SCRIPT, Script.text("postgresql.sh")),
                        List.of("sh", SCRIPT, "prepare", scale),
                        List.of("sh", SCRIPT, "reset", "{port}")),
                new WorkloadSpec.Client(
                        List.of(
                                "tare-pgbench",
                                "{server}",
                                "{port}",
                                Integer.toString(clients),
                                value(parameters, "threads"),
                                value(parameters, "rate"),
                                value(parameters, "transactions"),
                                "{omit}",
                                "{seconds}"),
                        List.of(
                                "psql",
                                "--host={server}",
                                "--port={port}",
                                "--username=postgres",
                                "--no-align",
                                "--tuples-only",
                                "--command=SELECT count(*) FROM pgbench_accounts",
                                "bench"),
                        "^%d$".formatted(ACCOUNTS * (long) Integer.parseInt(scale)),
                        List.of(0),
                        WARM_UP,
                        null,
                        null),
                List.of(),
                List.of());
    }
}
