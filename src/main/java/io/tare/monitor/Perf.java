package io.tare.monitor;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The kernel's own sampling of what all CPUs do, by {@code perf record} in a host's hand. It costs the trial a little, so that such a trial is no sample.
 */
public final class Perf {
    /** Samples a second on each CPU; odd, so that it does not walk in step with timers. */
    public static final int HERTZ = 199;

    private static final String SCRIPT = script();

    private Perf() {}

    /** A host that is being sampled. */
    public record Watch(CompletableFuture<String> coming) {
        /** The folded stacks, one a line. {@link MonitorException} where perf cannot sample there; {@link HostInterrupted}. */
        public String stacks() {
            try {
                return coming.get();
            } catch (InterruptedException _) {
                throw new HostInterrupted("waiting for perf");
            } catch (ExecutionException e) {
                throw new MonitorException(String.valueOf(
                        Objects.requireNonNullElse(e.getCause(), e).getMessage()));
            }
        }
    }

    /**
     * Begins at once and answers without waiting.
     *
     * @param before s before the sampled ones
     * @param seconds sampled, in s
     */
    public static Watch watch(Host host, double before, int seconds) {
        List<String> command = List.of(
                "sh",
                "-c",
                SCRIPT,
                "profile",
                String.format(Locale.ROOT, "%.3f", before),
                Integer.toString(seconds),
                Integer.toString(HERTZ));
        Duration within = Duration.ofMillis((long) ((before + seconds) * 1000) + 60_000);
        CompletableFuture<String> coming = new CompletableFuture<>();
        Thread.ofVirtual().name("perf").start(() -> {
            try {
                coming.complete(host.hand()
                        .run(command, within)
                        .require(List.of("perf"), "the hand of " + host.name())
                        .stdout());
            } catch (HostException e) {
                coming.completeExceptionally(
                        new MonitorException("perf on %s: %s".formatted(host.name(), e.getMessage())));
            }
        });
        return new Watch(coming);
    }

    private static String script() {
        try (InputStream stream = Objects.requireNonNull(Perf.class.getResourceAsStream("profile.sh"), "profile.sh")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
