package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.study.Parameter;
import io.tare.study.Parameter.Type;
import io.tare.study.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code sockperf-pingpong}: one message there and back after the other; {@code sockperf-underload}: messages sent at a rate, whether answers
 * are there or not, and each answered. Latencies are whole round trips, where sockperf left to itself prints halves.
 */
public record Sockperf(String name) implements WorkloadKind {
    static final String PING_PONG = "sockperf-pingpong";
    static final String UNDER_LOAD = "sockperf-underload";

    /** sockperf's start, in s: it measures its clock first. */
    private static final double START = 3;

    private static final Parameter PROTOCOL =
            Parameter.oneOf("protocol", List.of("tcp", "udp"), "what carries the messages");
    private static final Parameter SIZE = Parameter.of(
                    "size", Type.SIZE, "64", "bytes of a message; UDP fragments more than the path's MTU less 28")
            .atLeast(14)
            .atMost(65_507);
    private static final Parameter RATE = Parameter.of("rate", Type.INTEGER, "10000", "messages/s")
            .atLeast(10)
            .atMost(1_000_000);

    private boolean underLoad() {
        return name.equals(UNDER_LOAD);
    }

    @Override
    public String summary() {
        return underLoad()
                ? "Round trips of messages sent at a constant rate, TCP or UDP (sockperf)"
                : "Round trips of single messages, one after the other, TCP or UDP (sockperf)";
    }

    @Override
    public List<Parameter> parameters() {
        return underLoad() ? List.of(PROTOCOL, SIZE, RATE) : List.of(PROTOCOL, SIZE);
    }

    @Override
    public Workload with(Map<String, String> parameters) {
        String protocol = value(parameters, "protocol");
        String size = Sizes.bytes(value(parameters, "size"));
        double rate = underLoad() ? Double.parseDouble(value(parameters, "rate")) : 0;
        return new Messages(
                spec(protocol, size, (long) rate),
                rate * 8e-6 * Double.parseDouble(size),
                rate,
                protocol.equals("tcp"));
    }

    /**
     * @param offers in Mbit/s; 0 where each message waits for the one before
     * @param rate messages/s, or 0
     */
    private record Messages(WorkloadSpec spec, double offers, double rate, boolean reliable) implements Workload {
        @Override
        public Reading read(ExecResult output) {
            return SockperfOutput.of(output).reading(rate, reliable);
        }

        @Override
        public double before() {
            return START;
        }

        @Override
        public double starts() {
            return START;
        }
    }

    private WorkloadSpec spec(String protocol, String size, long rate) {
        List<String> server = new ArrayList<>(List.of("sockperf", "server", "--ip", "0.0.0.0", "--port", "{port}"));
        List<String> gate = new ArrayList<>(List.of("sockperf", "ping-pong", "--ip", "{server}", "--port", "{port}"));
        gate.addAll(List.of("--msg-size", size, "--time", "1", "--data-integrity"));
        if (protocol.equals("tcp")) {
            server.add("--tcp");
            gate.add("--tcp");
        }
        List<String> client = new ArrayList<>(List.of("tare-sockperf", "{server}", "{port}", protocol));
        client.add(underLoad() ? "under-load" : "ping-pong");
        client.addAll(List.of(size, Long.toString(rate), "{omit}", "{seconds}"));
        return new WorkloadSpec(
                name,
                summary(),
                null,
                new WorkloadSpec.Server(
                        server, List.of(protocol), new WorkloadSpec.Ready(true, List.of(), 10), Map.of(), Map.of()),
                new WorkloadSpec.Client(client, gate, "Summary: Latency is", List.of(0)),
                List.of(),
                List.of());
    }
}
