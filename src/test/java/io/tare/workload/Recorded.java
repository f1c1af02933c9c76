package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What clients really printed: iperf3 3.12 and redis 7.0 of Debian 12, iperf3 3.18, redis 8.0, sockperf 3.7 and pgbench 17 of Debian 13, wrk 4.1,
 * wrk2 and memtier_benchmark of 2026, on loopback; where a file is called lost, an iptables rule dropped one datagram in a hundred or more. */
final class Recorded {
    private Recorded() {}

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExecResult output(String name) {
        return printed(0, text(name));
    }

    static ExecResult printed(int exitCode, String stdout) {
        return new ExecResult(exitCode, stdout, "", Duration.ofSeconds(1));
    }

    /** A reading's metrics by name. */
    static Map<String, Double> metrics(Reading reading) {
        return reading.metrics().stream().collect(Collectors.toMap(Measurement::metric, Measurement::value));
    }

    static double metric(Reading reading, String name) {
        return Objects.requireNonNull(metrics(reading).get(name), name);
    }

    static Histogram histogram(Reading reading, String operation) {
        return Objects.requireNonNull(reading.histograms().get(operation), operation);
    }

    /** A reading's verdicts by name. */
    static Map<String, Verdict.Level> levels(Reading reading) {
        return reading.verdicts().stream().collect(Collectors.toMap(Verdict::name, Verdict::level));
    }
}
