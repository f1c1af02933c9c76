package io.tare.workload;

import io.tare.host.ExecResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** What clients really printed: iperf3 3.12 and redis 7.0 of Debian 12, iperf3 3.18, redis 8.0 and sockperf 3.7 of Debian 13, on loopback. */
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
}
