package io.tare.workload;

import io.tare.study.Better;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;

/** What the two iperf3 workloads share: the server, the client's arguments, and where metrics stand in its JSON. */
final class Iperf3 {
    static final Parameter STREAMS = Parameter.of("streams", Type.INTEGER, "1", "parallel streams")
            .atLeast(1)
            .atMost(128);
    static final Parameter RATE =
            Parameter.of("rate", Type.RATE, "0", "offered rate of each stream in bit/s; 0 offers all it can");

    /** 64 KiB over the path. */
    static final List<String> GATE = List.of(
            "iperf3", "--client", "{server}", "--port", "{port}", "--bytes", "64K", "--connect-timeout", "5000");

    static final String GATE_EXPECTS = "receiver";

    private Iperf3() {}

    /** What all streams offer together, in Mbit/s; 0 where they offer all they can. */
    static double offers(String rate, String streams) {
        return Rates.megabits(rate) * Integer.parseInt(streams);
    }

    static WorkloadSpec spec(
            String name, String summary, List<String> options, List<String> protocols, List<WorkloadSpec.Metric> own) {
        List<String> client = new ArrayList<>(List.of(
                "iperf3",
                "--client",
                "{server}",
                "--port",
                "{port}",
                "--json",
                "--time",
                "{seconds}",
                "--omit",
                "{omit}",
                "--connect-timeout",
                "5000"));
        client.addAll(options);
        List<WorkloadSpec.Metric> metrics = new ArrayList<>(own);
        metrics.add(at(
                "iperf3.cpu.client",
                "% of a CPU",
                Better.NEITHER,
                "/end/cpu_utilization_percent/host_total",
                1,
                false));
        metrics.add(at(
                "iperf3.cpu.server",
                "% of a CPU",
                Better.NEITHER,
                "/end/cpu_utilization_percent/remote_total",
                1,
                false));
        return new WorkloadSpec(
                name,
                summary,
                null,
                new WorkloadSpec.Server(
                        List.of("iperf3", "--server", "--port", "{port}"),
                        protocols,
                        new WorkloadSpec.Ready(true, List.of(), 10),
                        java.util.Map.of(),
                        java.util.Map.of()),
                new WorkloadSpec.Client(client, GATE, GATE_EXPECTS, List.of(0, 1)),
                metrics,
                List.of());
    }

    static WorkloadSpec.Metric at(
            String name, String unit, Better better, String pointer, double scale, boolean required) {
        return new WorkloadSpec.Metric(name, unit, better, pointer, null, scale, required);
    }
}
