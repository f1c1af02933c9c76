package io.tare.stats;

import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated interval of a bootstrap: B. Efron, "Better Bootstrap Confidence Intervals", JASA 82 (1987), equation 2.3; the
 * acceleration is the jackknife estimate of Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), equation 14.15.
 */
final class Bca {
    static final double LEVEL = 0.95;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** So many standard errors on either side cover {@link #LEVEL} of a normal distribution. */
    static final double Z = NORMAL.inverseCumulativeProbability(0.5 + LEVEL / 2);

    private Bca() {}

    /**
     * Of the replicates only the values about the two quantiles are brought to their sorted places: a tenth of the time that sorting takes.
     * Ties with the estimate count half, so that a median's lumps do not bias the correction.
     *
     * @param replicates of the estimate, finite; their order is lost
     * @param leftOut the estimates that remain when one value is left out, each in turn
     */
    static Interval interval(double estimate, double[] replicates, double[] leftOut) {
        double below = 0;
        for (double replicate : replicates) {
            below += replicate < estimate ? 1 : replicate == estimate ? 0.5 : 0;
        }
        double share = Math.clamp(below / replicates.length, 0.5 / replicates.length, 1 - 0.5 / replicates.length);
        double bias = NORMAL.inverseCumulativeProbability(share);
        double acceleration = acceleration(leftOut);
        double low = level(bias, acceleration, -Z);
        double high = level(bias, acceleration, Z);
        int last = replicates.length - 1;
        int fromLow = (int) (low * last);
        int fromHigh = (int) (high * last);
        Selection.select(
                replicates, new int[] {fromLow, Math.min(fromLow + 1, last), fromHigh, Math.min(fromHigh + 1, last)});
        return new Interval(Summary.quantile(replicates, low), Summary.quantile(replicates, high), LEVEL);
    }

    private static double acceleration(double[] leftOut) {
        double centre = Summary.mean(leftOut);
        double cubes = 0;
        double squares = 0;
        for (double value : leftOut) {
            double off = centre - value;
            cubes += off * off * off;
            squares += off * off;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double level(double bias, double acceleration, double z) {
        double shifted = bias + z;
        return NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
    }
}
