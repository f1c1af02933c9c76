package io.tare.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Bootstrap intervals of few values are too narrow, and are widened here. T. C. Hesterberg, "What Teachers Should Know About the Bootstrap", The American
 * Statistician 69 (2015), gives the two shortfalls: resamples have sqrt((n - 1) / n) of the values' deviation, and the normal quantile stands where Student's should.
 *
 * <p>Method: both ends are moved away from the estimate by the two factors' product, the same to either side, so that the skewness that BCa found stays. A ratio has the
 * degrees of freedom of B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances are Involved", Biometrika 34 (1947), with
 * the deviations that numerator and denominator give it. By simulation ({@code FewValuesTest}) 95% intervals of 6 to 20 values cover 94 to 96% of normal and 92 to 94% of
 * skewed values, where they cover 83 to 93% as they are. Intervals of medians are left alone: theirs cover 92 to 94%.
 */
final class FewValues {
    private static final double TAIL = (1 - Bca.LEVEL) / 2;

    private FewValues() {}

    /** An interval of a mean. */
    static Interval widened(Interval interval, ResampledMean of) {
        int n = of.size();
        return apart(interval, of.mean(), student(n - 1.0) * Math.sqrt(n / (n - 1.0)));
    }

    /** An interval of the ratio of two means; as it is where neither scatters. */
    static Interval widened(Interval interval, ResampledMean numerator, ResampledMean denominator) {
        double ratio = numerator.mean() / denominator.mean();
        double top = Math.pow(numerator.standardError(), 2);
        double bottom = Math.pow(ratio * denominator.standardError(), 2);
        double topLess = numerator.size() - 1.0;
        double bottomLess = denominator.size() - 1.0;
        double both = top + bottom;
        if (!(both > 0) || !Double.isFinite(both)) {
            return interval;
        }
        double freedom = both * both / (top * top / topLess + bottom * bottom / bottomLess);
        double resampled = top * topLess / numerator.size() + bottom * bottomLess / denominator.size();
        return apart(interval, ratio, student(freedom) * Math.sqrt(both / resampled));
    }

    /** Student's quantile over the normal one. */
    private static double student(double freedom) {
        return TDistribution.of(freedom).inverseSurvivalProbability(TAIL) / Bca.Z;
    }

    /** The interval with its ends so many times as far from the estimate; what is never negative stays so. */
    private static Interval apart(Interval interval, double estimate, double times) {
        double low = estimate - times * (estimate - interval.low());
        double high = estimate + times * (interval.high() - estimate);
        return new Interval(interval.low() >= 0 ? Math.max(0, low) : low, high, interval.level());
    }
}
