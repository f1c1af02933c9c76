package io.tare.result;

import io.tare.study.Better;
import io.tare.study.Choice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a search for tunings has found, for people: changes are fractions of the metric itself, 0.25 is 25% more.
 *
 * @param stage where it is, or was when it ended
 * @param metric that decides; empty before the first trial
 * @param better which way it improves
 * @param tried each knob against the untouched state
 * @param combined each addition to what was kept before, against that
 * @param confirmed the winner against the untouched state, on trials that took no part in the search; null where there was none
 * @param winner null where nothing is kept, or the winner was not confirmed
 */
public record SearchOutcome(
        Stage stage,
        String metric,
        String unit,
        Better better,
        List<Tried> tried,
        List<Tried> combined,
        @Nullable Tried confirmed,
        @Nullable Choice winner) {
    public SearchOutcome {
        Objects.requireNonNull(stage, "stage is null");
        Objects.requireNonNull(metric, "metric is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(better, "better is null");
        tried = List.copyOf(tried);
        combined = List.copyOf(combined);
    }

    /** A search that knows nothing yet. */
    public static SearchOutcome unknown() {
        return new SearchOutcome(Stage.EXPLORING, "", "", Better.NEITHER, List.of(), List.of(), null, null);
    }

    public enum Stage {
        EXPLORING,
        COMBINING,
        CONFIRMING,
        ENDED
    }

    /** What became of one that was tried. */
    public enum Fate {
        /** Still in the race. */
        OPEN,
        KEPT,
        /** Proven to change nothing that matters, or without a sign of a gain. */
        NO_GAIN,
        /** Proven to make the metric worse. */
        WORSE,
        /** It gains, and a watched metric is proven worse. */
        HARMS,
        /** Its trials failed. */
        FAILED,
        /** The testbed has it not, or it contradicts what is kept. */
        UNAVAILABLE,
        /** The budget ended first. */
        UNDECIDED
    }

    /**
     * One comparison.
     *
     * @param name of the tuning
     * @param against the tuning it was compared with; {@code none} is the untouched state
     * @param pairs of trials that count
     * @param change the mean one; NaN is null: before the first pair
     * @param low null where there is no bound
     * @param high null where there is no bound
     * @param reason in a sentence without a full stop; empty where the fate says all
     */
    public record Tried(
            String name,
            String against,
            Fate fate,
            int pairs,
            @Nullable Double change,
            @Nullable Double low,
            @Nullable Double high,
            String reason,
            List<Watched> watched) {
        public Tried {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(against, "against is null");
            Objects.requireNonNull(fate, "fate is null");
            Objects.requireNonNull(reason, "reason is null");
            watched = List.copyOf(watched);
        }
    }

    /**
     * A metric that must not get worse.
     *
     * @param metric with its workload: {@code nginx-1m latency.p99}
     * @param worse whether that is proven
     */
    public record Watched(
            String metric,
            double change,
            @Nullable Double low,
            @Nullable Double high,
            boolean worse) {
        public Watched {
            Objects.requireNonNull(metric, "metric is null");
        }
    }
}
