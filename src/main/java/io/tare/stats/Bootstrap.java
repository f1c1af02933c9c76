package io.tare.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bootstrap intervals, bias-corrected and accelerated (BCa): B. Efron, "Better Bootstrap Confidence Intervals", JASA 82 (1987); the
 * acceleration is the jackknife estimate of Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), equation 14.15. For the
 * ratio of two samples both are resampled independently and the jackknife leaves one value out of either in turn.
 *
 * <p>The same values and seed give the same interval on every machine. Below {@link #LEAST} values there is none: with so few, the
 * resamples repeat each other and the interval is too narrow to be believed. Above {@link #MANY} values the resampling costs more than
 * it tells: means are normal there (central limit theorem; ratios by the delta method), and the median's interval is the exact one from
 * order statistics (H. A. David, "Order Statistics", 1981, section 2.5).
 */
public final class Bootstrap {
    /** The fewest values that get an interval. */
    public static final int LEAST = 6;

    /** From here on the asymptotic intervals are used, indistinguishable from BCa. */
    static final int MANY = 2_000;

    private static final double LEVEL = 0.95;
    private static final int RESAMPLES = 4_000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z = NORMAL.inverseCumulativeProbability(0.5 + LEVEL / 2);

    private Bootstrap() {}

    /** A 95% interval of the mean; empty below {@link #LEAST} values. */
    public static Optional<Interval> mean(double[] values, long seed) {
        if (values.length >= MANY) {
            double half = Z * standardError(values);
            double mean = Summary.mean(values);
            return Optional.of(new Interval(mean - half, mean + half, LEVEL));
        }
        return bca(values, seed, Summary::mean);
    }

    /** A 95% interval of the median; empty below {@link #LEAST} values. */
    public static Optional<Interval> median(double[] values, long seed) {
        if (values.length >= MANY) {
            double[] sorted = sorted(values);
            double half = Z * Math.sqrt(sorted.length) / 2;
            int low = (int) Math.floor(sorted.length / 2.0 - half);
            int high = (int) Math.ceil(sorted.length / 2.0 + half);
            return Optional.of(
                    new Interval(sorted[Math.max(low - 1, 0)], sorted[Math.min(high, sorted.length - 1)], LEVEL));
        }
        return bca(values, seed, v -> Summary.quantile(sorted(v), 0.5));
    }

    /**
     * A 95% interval of mean(numerator) / mean(denominator); empty where either has fewer than {@link #LEAST} values, or where the quotient of
     * the samples, or of any resample of them, is not finite: a denominator that is mostly zeros (retransmissions of a good path) bounds nothing.
     */
    public static Optional<Interval> ratioOfMeans(double[] numerator, double[] denominator, long seed) {
        double ratio = Summary.mean(numerator) / Summary.mean(denominator);
        if (numerator.length < LEAST || denominator.length < LEAST || !Double.isFinite(ratio)) {
            return Optional.empty();
        }
        if (numerator.length >= MANY && denominator.length >= MANY) {
            double half = Z
                    * Math.hypot(standardError(numerator), ratio * standardError(denominator))
                    / Math.abs(Summary.mean(denominator));
            return Optional.of(new Interval(ratio - half, ratio + half, LEVEL));
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] replicates = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            replicates[i] = resampledMean(numerator, random) / resampledMean(denominator, random);
        }
        double top = Summary.mean(numerator);
        double bottom = Summary.mean(denominator);
        double[] leftOut = new double[numerator.length + denominator.length];
        for (int i = 0; i < numerator.length; i++) {
            leftOut[i] = (top * numerator.length - numerator[i]) / (numerator.length - 1) / bottom;
        }
        for (int i = 0; i < denominator.length; i++) {
            leftOut[numerator.length + i] =
                    top / ((bottom * denominator.length - denominator[i]) / (denominator.length - 1));
        }
        return allFinite(replicates) && allFinite(leftOut)
                ? Optional.of(interval(ratio, replicates, leftOut))
                : Optional.empty();
    }

    private static boolean allFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static Optional<Interval> bca(double[] values, long seed, ToDoubleFunction<double[]> statistic) {
        if (values.length < LEAST) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] replicates = new double[RESAMPLES];
        double[] resample = new double[values.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < resample.length; j++) {
                resample[j] = values[random.nextInt(values.length)];
            }
            replicates[i] = statistic.applyAsDouble(resample);
        }
        double[] leftOut = new double[values.length];
        double[] rest = new double[values.length - 1];
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values, 0, rest, 0, i);
            System.arraycopy(values, i + 1, rest, i, values.length - i - 1);
            leftOut[i] = statistic.applyAsDouble(rest);
        }
        return Optional.of(interval(statistic.applyAsDouble(values), replicates, leftOut));
    }

    /** Efron 1987, equation 2.3; ties with the estimate count half, so that a median's lumps do not bias the correction. */
    private static Interval interval(double estimate, double[] replicates, double[] leftOut) {
        Arrays.sort(replicates);
        double below = 0;
        for (double replicate : replicates) {
            below += replicate < estimate ? 1 : replicate == estimate ? 0.5 : 0;
        }
        double share = Math.clamp(below / replicates.length, 0.5 / replicates.length, 1 - 0.5 / replicates.length);
        double bias = NORMAL.inverseCumulativeProbability(share);
        double centre = Summary.mean(leftOut);
        double cubes = 0;
        double squares = 0;
        for (double value : leftOut) {
            cubes += Math.pow(centre - value, 3);
            squares += Math.pow(centre - value, 2);
        }
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
        return new Interval(
                Summary.quantile(replicates, level(bias, acceleration, -Z)),
                Summary.quantile(replicates, level(bias, acceleration, Z)),
                LEVEL);
    }

    private static double level(double bias, double acceleration, double z) {
        double shifted = bias + z;
        return NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
    }

    private static double resampledMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        return Summary.of(values).stddev() / Math.sqrt(values.length);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
