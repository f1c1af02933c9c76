package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code iperf3-tcp}: how much TCP carries, as received by the server. */
public final class Iperf3Tcp implements WorkloadKind {
    private static final Parameter BLOCK = Parameter.of(
                    "block", Type.SIZE, "128K", "bytes of one write or read of iperf3")
            .atMost(1 << 20);

    @Override
    public String name() {
        return "iperf3-tcp";
    }

    @Override
    public String summary() {
        return "TCP throughput as received, retransmits (iperf3)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Iperf3.STREAMS, BLOCK, Iperf3.RATE);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        WorkloadSpec spec = Iperf3.spec(
                name(),
                summary(),
                List.of(
                        "--parallel", value(parameters, "streams"),
                        "--length", value(parameters, "block"),
                        "--bitrate", value(parameters, "rate")),
                List.of("tcp"),
                List.of(
                        Iperf3.at(
                                "throughput", "Mbit/s", Better.HIGHER, "/end/sum_received/bits_per_second", 1e-6, true),
                        Iperf3.at("retransmits", "segments", Better.LOWER, "/end/sum_sent/retransmits", 1, false)));
        double offers = Iperf3.offers(value(parameters, "rate"), value(parameters, "streams"));
        return new ReadWorkload(spec, offers, output -> read(spec, output, offers));
    }

    private static Reading read(WorkloadSpec spec, ExecResult output, double offers) {
        Iperf3Output iperf3 = Iperf3Output.of(output);
        List<Measurement> metrics = DataWorkload.metrics(spec, output.stdout());
        List<Verdict> verdicts = new ArrayList<>(List.of(iperf3.bytes(), iperf3.duration()));
        iperf3.rate(offers).ifPresent(verdicts::add);
        iperf3.saturation().ifPresent(verdicts::add);
        return new Reading(iperf3.seconds(), metrics, verdicts, Map.of());
    }
}
