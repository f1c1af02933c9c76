package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.List;
import java.util.Map;

/**
 * {@code throughput-over-time}: how steadily TCP carries, interval by interval, first to the server and then from it, as sparkyfish does. Each
 * direction has the study's seconds.
 */
public final class ThroughputOverTime implements WorkloadKind {
    private static final Parameter INTERVAL = Parameter.of(
                    "interval", Type.NUMBER, "0.5", "length of an interval, in s")
            .atLeast(0.1)
            .atMost(10);

    @Override
    public String name() {
        return "throughput-over-time";
    }

    @Override
    public String summary() {
        return "TCP throughput interval by interval, upload and then download (iperf3)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Iperf3.STREAMS, INTERVAL);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        String interval = value(parameters, "interval");
        WorkloadSpec spec = new WorkloadSpec(
                name(),
                summary(),
                null,
                new WorkloadSpec.Server(
                        List.of("iperf3", "--server", "--port", "{port}", "--json", "--interval", interval),
                        List.of("tcp"),
                        new WorkloadSpec.Ready(true, List.of(), 10),
                        Map.of(),
                        Map.of()),
                new WorkloadSpec.Client(
                        List.of(
                                "tare-iperf3-both",
                                "{server}",
                                "{port}",
                                value(parameters, "streams"),
                                interval,
                                "{omit}",
                                "{seconds}"),
                        Iperf3.GATE,
                        Iperf3.GATE_EXPECTS,
                        List.of(0, 1)),
                List.of(),
                List.of());
        return new BothWays(spec, Double.parseDouble(interval));
    }

    /** {@code step} in s. */
    private record BothWays(WorkloadSpec spec, double step) implements Workload {
        @Override
        public Reading read(ExecResult output) {
            return Iperf3Intervals.reading(output, step);
        }

        @Override
        public int passes() {
            return 2;
        }
    }
}
