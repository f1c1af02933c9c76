package io.tare.report;

import io.tare.stats.Interval;
import java.util.Optional;

/**
 * A published mean over another. Of published samples no more is known than mean, standard deviation and number, so the interval is that of the
 * ratio's logarithm by the delta method (G. W. Oehlert, "A Note on the Delta Method", The American Statistician 46, 1992), samples taken as independent.
 *
 * @param of what it is compared with: {@code host}, or {@code overlay} for a tuning of it
 * @param interval 95%; empty where fewer than two samples stand behind either
 */
public record PublishedRatio(String of, double ratio, Optional<Interval> interval) {
    private static final double Z = 1.959964;

    static PublishedRatio of(PublishedStudy.Row row, int samples, PublishedStudy.Row base, int baseSamples) {
        double ratio = row.mean() / base.mean();
        if (samples < 2 || baseSamples < 2) {
            return new PublishedRatio(base.label(), ratio, Optional.empty());
        }
        double error = Math.hypot(relative(row, samples), relative(base, baseSamples));
        return new PublishedRatio(
                base.label(),
                ratio,
                Optional.of(new Interval(ratio * Math.exp(-Z * error), ratio * Math.exp(Z * error), 0.95)));
    }

    /** Whether the published figures tell the two apart. */
    boolean clear() {
        return interval.filter(i -> i.low() > 1 || i.high() < 1).isPresent();
    }

    private static double relative(PublishedStudy.Row row, int samples) {
        return row.stddev() / row.mean() / Math.sqrt(samples);
    }
}
