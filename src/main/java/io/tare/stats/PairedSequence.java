package io.tare.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of trials, one under each of two conditions, looked at after every pair. Where a pair's two trials run in an order drawn by a fair coin,
 * and the conditions do not differ, the sign of a pair's difference is itself a fair coin: its distribution is symmetric about 0, whatever
 * its shape, its noise, and the drift of the machine from pair to pair.
 *
 * <p>Method: a bet on that coin. With {@code x = difference - centre} and a stake {@code λ} fixed before the pair is seen, the product of
 * {@code 1 + tanh(λx)} is a martingale of mean 1 while the differences are symmetric about {@code centre}; by Ville's inequality it ever passes
 * {@code 1/α} with probability {@code α} at most, however often it is looked at and whenever one stops. (V. de la Peña, "A general class of exponential inequalities for
 * martingales and ratios", Annals of Probability 27, 1999, in the form of the betting test of Waudby-Smith and Ramdas, "Estimating means of bounded
 * random variables by betting", JRSS B 86, 2024.) A few stakes around the inverse of the spread seen so far are played side by side and
 * averaged, which keeps the mean at 1. Those centres that are not refuted by either side form an interval that holds at all times at once.
 *
 * <p>Differences are of logarithms, so that {@code exp} of an interval's ends is one for a ratio. Not safe for use by several threads.
 */
public final class PairedSequence {
    /** Stakes in units of 1/spread: for effects of about half a spread, of one to two, and of many. */
    private static final double[] STAKES = {0.5, 1.5, 5};
    /** The spread assumed of one pair before any is seen: 5%, as of a busy machine. It weighs as one pair. */
    private static final double ASSUMED = 0.05;
    /** Bisections of an interval's end: to 1e-9 of where it is looked for. */
    private static final int HALVINGS = 40;

    private final List<Double> differences = new ArrayList<>();
    private final List<Double> spreads = new ArrayList<>();
    private double mean;
    private double squares;

    /** Adds a pair: the logarithm of the second condition's figure less that of the first's. Must be finite. */
    public void add(double difference) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("a pair's difference is " + difference);
        }
        spreads.add(Math.sqrt((ASSUMED * ASSUMED + squares) / (1 + differences.size())));
        differences.add(difference);
        double before = mean;
        mean += (difference - mean) / differences.size();
        squares += (difference - before) * (difference - mean);
    }

    public int pairs() {
        return differences.size();
    }

    /** The mean difference; 0 before the first pair. */
    public double mean() {
        return mean;
    }

    /** How strongly it is refuted that differences are symmetric about {@code centre} or less: 1/α refutes at α. At least 0, 1 before the first pair. */
    public double above(double centre) {
        return wealth(centre, 1);
    }

    /** As {@link #above}, that they are symmetric about {@code centre} or more. */
    public double below(double centre) {
        return wealth(centre, -1);
    }

    /** The centres that are not refuted, at all times at once with probability {@code confidence} at least; infinite ends before there is evidence. */
    public Interval within(double confidence) {
        double refutes = 2 / (1 - confidence);
        return new Interval(end(refutes, 1), end(refutes, -1), confidence);
    }

    private double wealth(double centre, int side) {
        double all = 0;
        for (double stake : STAKES) {
            double product = 1;
            for (int i = 0; i < differences.size(); i++) {
                product *= 1 + Math.tanh(stake / spreads.get(i) * side * (differences.get(i) - centre));
            }
            all += product;
        }
        return all / STAKES.length;
    }

    /** Where the wealth of one side passes a bound; it falls as the centre moves to that side. */
    private double end(double refutes, int side) {
        double reach = differences.stream().mapToDouble(Math::abs).max().orElse(0) + 10 * ASSUMED;
        double refuted = mean - side * 100 * reach;
        if (wealth(refuted, side) < refutes) {
            return side > 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double kept = mean + side * reach;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (refuted + kept) / 2;
            if (wealth(middle, side) >= refutes) {
                refuted = middle;
            } else {
                kept = middle;
            }
        }
        return refuted;
    }
}
