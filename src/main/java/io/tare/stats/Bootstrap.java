package io.tare.stats;

import java.util.Objects;
import java.util.Optional;

/**
 * Bootstrap intervals, bias-corrected and accelerated ({@link Bca}). For the ratio of two means both sets are resampled independently, and the
 * jackknife leaves one value out of either in turn.
 *
 * <p>The same values and seeds give the same interval on every machine. Below {@link #LEAST} values there is none: with so few, the
 * resamples repeat each other and the interval is too narrow to be believed. Those of means and ratios are widened for what resampling few
 * values misses ({@link FewValues}). From {@link #MANY} values on the resampling costs more than it tells: means are normal there (central limit theorem; ratios by the delta method), and the median's interval is the exact one from
 * order statistics (H. A. David, "Order Statistics", 1981, section 2.5).
 */
public final class Bootstrap {
    /** The fewest values that get an interval. */
    public static final int LEAST = 6;

    /** From here on the asymptotic intervals are used, indistinguishable from BCa. */
    static final int MANY = 2_000;

    static final int RESAMPLES = 4_000;

    private Bootstrap() {}

    /** A 95% interval of the mean; empty below {@link #LEAST} values. */
    public static Optional<Interval> mean(ResampledMean of) {
        Objects.requireNonNull(of, "of is null");
        if (of.size() < LEAST) {
            return Optional.empty();
        }
        if (of.size() >= MANY) {
            return Optional.of(around(of.mean(), of.standardError()));
        }
        return Optional.of(
                FewValues.widened(Bca.interval(of.mean(), of.replicates().clone(), of.leftOut()), of));
    }

    /** A 95% interval of the median of the same values, resampled with their seed; empty below {@link #LEAST} values. */
    public static Optional<Interval> median(ResampledMean of) {
        double[] sorted = of.ascending();
        if (sorted.length < LEAST) {
            return Optional.empty();
        }
        if (sorted.length >= MANY) {
            double half = Bca.Z * Math.sqrt(sorted.length) / 2;
            int low = (int) Math.floor(sorted.length / 2.0 - half);
            int high = (int) Math.ceil(sorted.length / 2.0 + half);
            return Optional.of(
                    new Interval(sorted[Math.max(low - 1, 0)], sorted[Math.min(high, sorted.length - 1)], Bca.LEVEL));
        }
        ResampledMedian resampled = new ResampledMedian(sorted);
        return Optional.of(Bca.interval(
                Summary.quantile(sorted, 0.5), resampled.replicates(RESAMPLES, of.seed()), resampled.leftOut()));
    }

    /**
     * A 95% interval of the numerator's mean over the denominator's; empty where either has fewer than {@link #LEAST} values, or where the
     * denominator or any resample of it is zero or has another sign: one that is mostly zeros (retransmissions of a good path) bounds nothing.
     */
    public static Optional<Interval> ratioOfMeans(ResampledMean numerator, ResampledMean denominator) {
        double ratio = numerator.mean() / denominator.mean();
        if (numerator.size() < LEAST || denominator.size() < LEAST || !Double.isFinite(ratio)) {
            return Optional.empty();
        }
        if (numerator.size() >= MANY && denominator.size() >= MANY) {
            double error = Math.hypot(numerator.standardError(), ratio * denominator.standardError());
            return Optional.of(around(ratio, error / Math.abs(denominator.mean())));
        }
        double[] replicates = quotients(numerator, denominator);
        double[] leftOut = leftOut(numerator, denominator);
        return allFinite(replicates) && allFinite(leftOut)
                ? Optional.of(FewValues.widened(Bca.interval(ratio, replicates, leftOut), numerator, denominator))
                : Optional.empty();
    }

    private static Interval around(double estimate, double standardError) {
        double half = Bca.Z * standardError;
        return new Interval(estimate - half, estimate + half, Bca.LEVEL);
    }

    private static double[] quotients(ResampledMean numerator, ResampledMean denominator) {
        double[] quotients = numerator.replicates().clone();
        double[] bottoms = denominator.replicates();
        double sign = Math.signum(denominator.mean());
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = bottoms[i] * sign > 0 ? quotients[i] / bottoms[i] : Double.NaN;
        }
        return quotients;
    }

    private static double[] leftOut(ResampledMean numerator, ResampledMean denominator) {
        double[] quotients = new double[numerator.size() + denominator.size()];
        int at = 0;
        for (double top : numerator.leftOut()) {
            quotients[at++] = top / denominator.mean();
        }
        for (double bottom : denominator.leftOut()) {
            quotients[at++] = numerator.mean() / bottom;
        }
        return quotients;
    }

    private static boolean allFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
