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

/** What real tools printed once, and what is looked up in a reading of it. */
final class Recorded {
    private Recorded() {}

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExecResult printed(String name) {
        return new ExecResult(0, text(name), "", Duration.ofSeconds(1));
    }

    static Map<String, Double> metrics(Reading reading) {
        return reading.metrics().stream().collect(Collectors.toMap(Measurement::metric, Measurement::value));
    }

    static Map<String, Verdict.Level> levels(Reading reading) {
        return reading.verdicts().stream().collect(Collectors.toMap(Verdict::name, Verdict::level));
    }
}
