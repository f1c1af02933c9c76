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

/**
 * {@code iperf3-udp}: how many UDP datagrams arrive. Offered is all that the sender can unless a rate is given; throughput is what the
 * server received, and what was lost on the way is a metric of its own (the study this project grows from took the sender's rate).
 */
public final class Iperf3Udp implements WorkloadKind {
    private static final double LOSS_NOTED = 1;
    /**
     * Fits into one packet on every path: Weave's fastdp has the smallest MTU, 1376 bytes, less 28 of IP and UDP. Left to itself iperf3
     * chooses by the path's MSS, and every mode would send datagrams of another size.
     */
    private static final Parameter BLOCK = Parameter.of(
                    "block", Type.SIZE, "1340", "bytes of a datagram; more than the path's MTU less 28 is fragmented")
            .atLeast(16)
            .atMost(65_507);

    @Override
    public String name() {
        return "iperf3-udp";
    }

    @Override
    public String summary() {
        return "UDP throughput as received, loss, jitter (iperf3)";
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
                        "--udp",
                        "--parallel",
                        value(parameters, "streams"),
                        "--length",
                        value(parameters, "block"),
                        "--bitrate",
                        value(parameters, "rate")),
                List.of("tcp", "udp"),
                List.of(
                        Iperf3.at(
                                "throughput", "Mbit/s", Better.HIGHER, "/end/sum_received/bits_per_second", 1e-6, true),
                        Iperf3.at("loss", "%", Better.LOWER, "/end/sum_received/lost_percent", 1, true),
                        Iperf3.at("jitter", "ms", Better.LOWER, "/end/sum_received/jitter_ms", 1, true),
                        Iperf3.at("rate", "Mbit/s", Better.NEITHER, "/end/sum_sent/bits_per_second", 1e-6, true)));
        double offers = Iperf3.offers(value(parameters, "rate"), value(parameters, "streams"));
        return new ReadWorkload(spec, offers, output -> read(spec, output, offers));
    }

    private static Reading read(WorkloadSpec spec, ExecResult output, double offers) {
        Iperf3Output iperf3 = Iperf3Output.of(output);
        List<Measurement> metrics = DataWorkload.metrics(spec, output.stdout());
        List<Verdict> verdicts = new ArrayList<>(List.of(iperf3.bytes(), iperf3.duration(), loss(iperf3)));
        iperf3.rate(offers).ifPresent(verdicts::add);
        iperf3.saturation().ifPresent(verdicts::add);
        return new Reading(iperf3.seconds(), metrics, verdicts, Map.of());
    }

    private static Verdict loss(Iperf3Output iperf3) {
        double lost = iperf3.tree().at("/end/sum_received/lost_percent").asDouble(0);
        double sent = iperf3.tree().at("/end/sum_sent/bits_per_second").asDouble(0) / 1e6;
        double received = iperf3.tree().at("/end/sum_received/bits_per_second").asDouble(0) / 1e6;
        String figure = "%.2f%% lost: %.0f Mbit/s sent, %.0f received".formatted(lost, sent, received);
        return lost > LOSS_NOTED ? Verdict.note("loss", figure) : Verdict.ok("loss", figure);
    }
}
