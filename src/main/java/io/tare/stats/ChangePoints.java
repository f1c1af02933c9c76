package io.tare.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;

/**
 * Where a series changed its distribution: E-divisive (D. S. Matteson and N. A. James, "A Nonparametric Approach for Multiple Change Point Analysis of
 * Multivariate Data", JASA 109, 2014), as performance tests in continuous integration use it (D. Daly and others, "The Use of Change Point Detection to
 * Identify Software Performance Regressions in a Continuous Integration System", ICPE 2020). A segment is split where the energy distance between its two sides is
 * greatest, if a permutation test of that maximum says so, and both sides are looked at again.
 *
 * <p>Nothing is assumed of the noise but that it is exchangeable from point to point. The same values and seed give the same answer.
 */
public final class ChangePoints {
    /** The fewest points of a side: one odd point is no change. */
    public static final int SIDE = 3;

    private static final int MANY = 32;

    private final double[] values;
    private final double level;
    private final int least;
    private final SplittableRandom random;
    private final List<ChangePoint> found = new ArrayList<>();

    /**
     * @param at the first point after the change, from 0
     * @param before mean of the segment before it, up to the change before that
     * @param after mean of the segment after it, up to the next change
     * @param p of the permutation test
     */
    public record ChangePoint(int at, double before, double after, double p) {}

    private ChangePoints(double[] values, double level, long seed) {
        this.values = values;
        this.level = level;
        least = fewest(level);
        random = new SplittableRandom(seed);
    }

    /**
     * The changes in the order of the points; none below {@link #fewest} points.
     *
     * @param values finite
     * @param level of each test, 0.05 for 5%; that divided by the number of series looked at together keeps them at 5% in all (Bonferroni)
     */
    public static List<ChangePoint> of(double[] values, double level, long seed) {
        Objects.requireNonNull(values, "values is null");
        ChangePoints points = new ChangePoints(values.clone(), level, seed);
        points.split(0, values.length);
        points.found.sort(Comparator.comparingInt(ChangePoint::at));
        return points.withMeans();
    }

    /**
     * The fewest points of which a change can be found: the clearest one, in the middle of {@code n}, has a p of 2 / C(n, n/2), since of all orders only those that keep its sides
     * or swap them have sides as far apart.
     *
     * @param level as of {@link #of}, above 0
     */
    public static int fewest(double level) {
        int points = 2 * SIDE;
        while (2 / BinomialCoefficientDouble.value(points, points / 2) > level) {
            points++;
        }
        return points;
    }

    /** Looks for a change of the points from {@code from} to before {@code to}. */
    private void split(int from, int to) {
        int n = to - from;
        if (n < least) {
            return;
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = from + i;
        }
        Split best = best(order);
        if (!(best.distance > 0)) {
            return;
        }
        int asFar = 0;
        int permutations = permutations(n);
        for (int i = 0; i < permutations; i++) {
            shuffle(order);
            asFar += best(order).distance >= best.distance * (1 - 1e-12) ? 1 : 0;
        }
        double p = (asFar + 1.0) / (permutations + 1.0);
        if (p <= level) {
            int at = from + best.at;
            found.add(new ChangePoint(at, 0, 0, p));
            split(from, at);
            split(at, to);
        }
    }

    /** Of few points more: their clearest change has a p just below the level, and has to be found whatever the seed. */
    private int permutations(int points) {
        double times = points <= MANY ? 400 : 4;
        return (int) Math.clamp(Math.ceil(times / level), 999, 100_000);
    }

    private record Split(int at, double distance) {}

    /** The place of the greatest energy distance; each point moved from one side to the other updates the sums, so that it costs the square of the points. */
    private Split best(int[] order) {
        int n = order.length;
        double left = 0;
        double between = 0;
        double right = 0;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                right += distance(order[i], order[k]);
            }
        }
        Split best = new Split(0, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < n - SIDE; i++) {
            double toLeft = 0;
            double toRight = 0;
            for (int k = 0; k < n; k++) {
                if (k < i) {
                    toLeft += distance(order[i], order[k]);
                } else {
                    toRight += distance(order[i], order[k]);
                }
            }
            left += toLeft;
            between += toRight - toLeft;
            right -= toRight;
            double m = i + 1.0;
            double rest = n - m;
            if (m >= SIDE) {
                double energy = 2 * between / (m * rest) - 2 * left / (m * (m - 1)) - 2 * right / (rest * (rest - 1));
                double scaled = m * rest / n * energy;
                if (scaled > best.distance) {
                    best = new Split(i + 1, scaled);
                }
            }
        }
        return best;
    }

    private double distance(int one, int other) {
        return Math.abs(values[one] - values[other]);
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[k];
            order[k] = kept;
        }
    }

    private List<ChangePoint> withMeans() {
        List<ChangePoint> told = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            ChangePoint point = found.get(i);
            int from = i == 0 ? 0 : found.get(i - 1).at();
            int to = i + 1 == found.size() ? values.length : found.get(i + 1).at();
            told.add(new ChangePoint(point.at(), mean(from, point.at()), mean(point.at(), to), point.p()));
        }
        return told;
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
