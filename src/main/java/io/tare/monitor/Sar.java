package io.tare.monitor;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.result.HostCounters;
import io.tare.result.HostUse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * sysstat's sar on a host for the measured seconds: its collector {@code sadc} takes one reading at their begin and one at their end in the
 * host's hand, and {@code sadf -j} tells the difference. Just before and just after, the kernel's own counters in {@code /proc} are read.
 */
public final class Sar {
    private static final String SCRIPT = script();
    private static final String COUNTERS = "\ncounters\n";
    private static final Executor THREADS =
            command -> Thread.ofVirtual().name("sar").start(command);

    private Sar() {}

    /**
     * What sar saw.
     *
     * @param raw sysstat's JSON in one line, to be kept with the run
     * @param begun when it began to look, by the host's own clock, or null where it does not say
     * @param counters what the kernel counted, or null where it was not told
     */
    public record Seen(
            HostUse use,
            String raw,
            @Nullable Instant begun,
            @Nullable HostCounters counters) {}

    /** A host that is being watched. */
    public record Watch(CompletableFuture<Seen> coming) {
        /** Waits for the end of the measured seconds. {@link MonitorException} where the host gave nothing; {@link HostInterrupted}. */
        public Seen seen() {
            try {
                return coming.get();
            } catch (InterruptedException _) {
                throw new HostInterrupted("waiting for sar");
            } catch (ExecutionException e) {
                throw new MonitorException(String.valueOf(
                        Objects.requireNonNullElse(e.getCause(), e).getMessage()));
            }
        }
    }

    /**
     * Begins to watch at once and answers without waiting.
     *
     * @param role of the host in this trial: {@code client} or {@code server}, or {@code host} where it is both
     * @param omit s before the measured ones
     * @param seconds measured, in s; sysstat counts whole ones, so a fraction is left out at the end
     * @param container the process, as the hand sees it, of the container that takes part, or 0: its namespace is counted in too
     */
    public static Watch watch(Host host, String role, double omit, double seconds, long container) {
        int whole = Math.max(1, (int) Math.floor(seconds));
        List<String> command = List.of(
                "sh",
                "-c",
                SCRIPT,
                "watch",
                String.format(Locale.ROOT, "%.3f", omit),
                Integer.toString(whole),
                host.cgroup().map(Object::toString).orElse(""),
                host.underlay(),
                Long.toString(container));
        Duration within = Duration.ofMillis((long) ((omit + whole) * 1000) + 15_000);
        return new Watch(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        String printed = host.hand()
                                .run(command, within)
                                .require(List.of("sadc"), "the hand of " + host.name())
                                .stdout();
                        return read(host, role, printed);
                    } catch (HostException e) {
                        throw new MonitorException("sar on %s: %s".formatted(host.name(), e.getMessage()));
                    }
                },
                THREADS));
    }

    private static Seen read(Host host, String role, String printed) {
        int middle = printed.indexOf(COUNTERS);
        Seen seen = SadfReader.read(host.name(), role, middle < 0 ? printed : printed.substring(0, middle));
        if (middle < 0) {
            return seen;
        }
        HostCounters counters = CountersReader.read(
                host.name(), role, host.sharesKernel(), host.underlay(), printed.substring(middle + COUNTERS.length()));
        return new Seen(seen.use(), seen.raw(), seen.begun(), counters);
    }

    private static String script() {
        try (InputStream stream = Objects.requireNonNull(Sar.class.getResourceAsStream("watch.sh"), "watch.sh")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
