package io.tare.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The interval of a mean difference of pairs whose number was not chosen by looking at them: Student's ("The Probable Error of a Mean", Biometrika 6,
 * 1908). Differences of logarithms give one of a ratio by {@code exp}.
 */
public final class PairedMean {
    private PairedMean() {}

    /** Of two pairs at least; empty else. {@code level} is 0.95 for 95%. */
    public static Optional<Interval> interval(double[] differences, double level) {
        int n = differences.length;
        if (n < 2) {
            return Optional.empty();
        }
        Summary summary = Summary.of(differences);
        double reach =
                TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - level) / 2) * summary.stddev() / Math.sqrt(n);
        return Optional.of(new Interval(summary.mean() - reach, summary.mean() + reach, level));
    }
}
