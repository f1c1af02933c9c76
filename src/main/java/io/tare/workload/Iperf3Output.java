package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What iperf3 printed with {@code --json} (iperf3 3.12 and later), checked for its own error first. */
record Iperf3Output(JsonNode tree) {
    private static final double SATURATED = 95;
    private static final Pattern VERSION = Pattern.compile("iperf 3\\.([0-9]{1,3})");

    static Iperf3Output of(ExecResult output) {
        if (output.stdout().isBlank()) {
            String error = output.stderr().strip();
            throw new WorkloadException("iperf3 printed nothing and ended with exit code %d: %s"
                    .formatted(output.exitCode(), error.isEmpty() ? "(no error either)" : error));
        }
        return of(DataWorkload.json(output.stdout()));
    }

    /** One result; {@link WorkloadException} where it is an error. */
    static Iperf3Output of(JsonNode tree) {
        failure(tree).ifPresent(said -> {
            throw new WorkloadException(said);
        });
        return new Iperf3Output(tree);
    }

    /** What iperf3 says went wrong; empty where nothing did. */
    static Optional<String> failure(JsonNode tree) {
        String error = tree.path("error").asString("");
        return error.isEmpty() ? Optional.empty() : Optional.of("iperf3: " + error + explained(error));
    }

    /** Measured, in s, as the receiver counts. */
    double seconds() {
        return tree.at("/end/sum_received/seconds").asDouble(Double.NaN);
    }

    Verdict bytes() {
        double bytes = tree.at("/end/sum_received/bytes").asDouble(0);
        return bytes > 0
                ? Verdict.ok("bytes", "%.1f MB received".formatted(bytes / 1e6))
                : Verdict.invalid("bytes", "the server received nothing");
    }

    Verdict duration() {
        double asked = tree.at("/start/test_start/duration").asDouble(0);
        return Checks.duration(seconds(), asked);
    }

    /** What was sent against what was offered, in Mbit/s; empty where all was offered that the sender can. */
    Optional<Verdict> rate(double offered) {
        double sent = tree.at("/end/sum_sent/bits_per_second").asDouble(Double.NaN) / 1e6;
        return offered > 0 ? Optional.of(Checks.rate(sent, offered, "Mbit/s", 0)) : Optional.empty();
    }

    /** iperf3 counts the CPU of its own process: where each of its threads has a whole CPU, it is the limit as much as the network. */
    Optional<Verdict> saturation() {
        double client = tree.at("/end/cpu_utilization_percent/host_total").asDouble(Double.NaN);
        double server = tree.at("/end/cpu_utilization_percent/remote_total").asDouble(Double.NaN);
        if (Double.isNaN(client) || Double.isNaN(server)) {
            return Optional.empty();
        }
        String figure = "iperf3 took %.0f%% of a CPU on the client, %.0f%% on the server".formatted(client, server);
        return Optional.of(
                Math.max(client, server) >= SATURATED * threads()
                        ? Verdict.note("client-saturated", figure + ": its own limit, as much as the network's")
                        : Verdict.ok("client-saturated", figure));
    }

    /** One for all streams until 3.15, one a stream from 3.16 on. */
    private int threads() {
        Matcher version = VERSION.matcher(tree.at("/start/version").asString(""));
        boolean threaded = version.find() && Integer.parseInt(version.group(1)) >= 16;
        return threaded ? Math.max(1, tree.at("/start/test_start/num_streams").asInt(1)) : 1;
    }

    private static String explained(String error) {
        String lower = error.toLowerCase(Locale.ROOT);
        if (lower.contains("busy")) {
            return " (an iperf3 server serves one client at a time; another one is using this)";
        }
        if (lower.contains("refused")) {
            return " (nothing listens there: the server has ended or never started)";
        }
        if (lower.contains("unreachable") || lower.contains("no route")) {
            return " (the client container has no route to the server's address)";
        }
        if (lower.contains("control socket") || lower.contains("connection reset")) {
            return " (the server ended during the test)";
        }
        if (lower.contains("unable to receive") || lower.contains("timed out")) {
            return " (the path carries nothing, or lost the control connection)";
        }
        return "";
    }
}
