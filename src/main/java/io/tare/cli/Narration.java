package io.tare.cli;

import io.tare.result.Measurement;
import io.tare.result.Sample;
import io.tare.run.Event;
import io.tare.study.Better;
import java.util.function.Consumer;

/** Tells people what happens in a run. */
interface Narration extends Consumer<Event>, AutoCloseable {
    /** A step before or after the run itself. */
    default void step(String what) {
        accept(new Event.Step(what));
    }

    @Override
    default void close() {}

    /** What a trial gave, in short: its first metric, or why there is none. */
    static String found(Sample sample) {
        if (sample.outcome() == Sample.Outcome.FAILED) {
            return "failed: " + firstLine(sample.evidence().reason());
        }
        String value = sample.metrics().stream()
                .filter(m -> m.better() != Better.NEITHER)
                .findFirst()
                .map(Narration::value)
                .orElse("");
        return sample.outcome() == Sample.Outcome.INVALID ? value + " (invalid)" : value;
    }

    private static String firstLine(String reason) {
        return reason.lines().count() > 1 ? reason.lines().findFirst().orElseThrow() + " …" : reason;
    }

    private static String value(Measurement metric) {
        double size = Math.abs(metric.value());
        String format = size >= 100 ? "%.0f %s" : size >= 1 ? "%.2f %s" : "%.4f %s";
        return format.formatted(metric.value(), metric.unit());
    }
}
