package io.tare.compare;

import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import io.tare.stats.Summary;
import io.tare.study.Better;
import io.tare.study.Cell;
import java.util.Objects;
import java.util.Optional;

/**
 * One metric of one cell in two runs. The runs are not paired: what is resampled and tested are two independent sets of samples.
 *
 * @param comparison of the new run's values with the base's; its p corrected within the family
 */
public record CellChange(
        Cell cell,
        String metric,
        String unit,
        Better better,
        Family family,
        Summary base,
        Summary now,
        Comparison comparison) {
    public CellChange {
        Objects.requireNonNull(cell, "cell is null");
        Objects.requireNonNull(metric, "metric is null");
        Objects.requireNonNull(comparison, "comparison is null");
    }

    /** Which way it went, as far as the samples can tell. */
    public enum Way {
        WORSE,
        BETTER,
        /** Significant, of a metric that is not judged, or with the mean and the ranks going apart (a few far values). */
        CHANGED,
        /** No significant difference: which is not to say that there is none. */
        UNCLEAR
    }

    /**
     * The change of the mean in percent of the base's size; infinite where that is 0 and the new one is not, NaN where a mean is too large for a
     * double.
     */
    public double percent() {
        if (overflown()) {
            return Double.NaN;
        }
        if (base.mean() == now.mean()) {
            return 0;
        }
        return base.mean() == 0
                ? Double.POSITIVE_INFINITY * Math.signum(now.mean())
                : 100 * (comparison.ratio() - 1) * Math.signum(base.mean());
    }

    /** The 95% interval of {@link #percent}; empty where the ratio has none. */
    public Optional<Interval> interval() {
        return comparison.interval().filter(_ -> !overflown()).map(i -> {
            double one = 100 * (i.low() - 1) * Math.signum(base.mean());
            double other = 100 * (i.high() - 1) * Math.signum(base.mean());
            return new Interval(Math.min(one, other), Math.max(one, other), i.level());
        });
    }

    private boolean overflown() {
        return Double.isInfinite(base.mean()) || Double.isInfinite(now.mean());
    }

    /** By how many percent it is worse: negative where it is better, NaN where the metric is not judged. */
    public double worse() {
        return switch (better) {
            case HIGHER -> -percent();
            case LOWER -> percent();
            case NEITHER -> Double.NaN;
        };
    }

    public Way way() {
        if (!comparison.significant()) {
            return Way.UNCLEAR;
        }
        boolean together = percent() * comparison.effect() > 0;
        return better == Better.NEITHER || !together ? Way.CHANGED : worse() > 0 ? Way.WORSE : Way.BETTER;
    }

    /** The same with p corrected for the family's size. */
    CellChange withHolm(double adjusted) {
        return new CellChange(cell, metric, unit, better, family, base, now, comparison.withHolm(adjusted));
    }
}
