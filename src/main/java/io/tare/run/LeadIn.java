package io.tare.run;

import io.tare.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long each workload's client takes from its start to its measured seconds, beyond what is omitted: a runtime that starts, connections
 * that are made. Learnt from the trial before, so that sar looks at the measured seconds.
 */
final class LeadIn {
    /** Up to this skew, in s, sar's figures are those of the measured seconds. */
    private static final double SKEW = 0.3;

    private final Map<String, Double> learnt = new HashMap<>();

    /** In s; 0 until it is known. */
    double of(String workload) {
        return learnt.getOrDefault(workload, 0.0);
    }

    /** The client was started and its measured seconds began. {@code omit} is in s. */
    void learn(String workload, Instant started, Instant begun, int omit) {
        learnt.put(workload, Math.max(0, Duration.between(started, begun).toNanos() / 1e9 - omit));
    }

    /** Whether sar looked when the client measured; nothing where either does not say. Both times are of the client's host. */
    static Optional<Verdict> verdict(@Nullable Instant sar, @Nullable Instant begun) {
        if (sar == null || begun == null) {
            return Optional.empty();
        }
        double skew = Duration.between(begun, sar).toNanos() / 1e9;
        String figure =
                "sar began %.2f s %s the measured seconds".formatted(Math.abs(skew), skew < 0 ? "before" : "after");
        return Optional.of(
                Math.abs(skew) <= SKEW
                        ? Verdict.ok("sar-window", figure)
                        : Verdict.note("sar-window", figure + ": the CPU figures are not quite theirs"));
    }
}
