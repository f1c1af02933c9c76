package io.tare.stats;

import java.util.Optional;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * A set of values against its baseline.
 *
 * @param ratio mean over the baseline's mean
 * @param interval of the ratio, 95% (see {@link Bootstrap#ratioOfMeans}); empty where there are too few values
 * @param p two-sided, of the Mann-Whitney U test (H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18, 1947), exact for small
 *     samples without ties, else by the normal approximation with tie and continuity correction; NaN where no test is possible
 * @param pHolm the same after {@link Holm}'s correction over all comparisons of a table
 * @param effect Cliff's delta (N. Cliff, Psychological Bulletin 114, 1993): the probability that a value is above one of the baseline's less
 *     the probability that it is below, -1 to 1
 */
public record Comparison(double ratio, Optional<Interval> interval, double p, double pHolm, double effect) {
    private static final double ALPHA = 0.05;
    /** From here on the test's p is approximated, as in commons-statistics. */
    private static final int LARGE = 50;

    /** Of two sets of at least one value each, resampled with different seeds; {@link IllegalArgumentException} where one is empty. */
    public static Comparison of(ResampledMean candidate, ResampledMean baseline) {
        if (candidate.size() == 0 || baseline.size() == 0) {
            throw new IllegalArgumentException("nothing to compare");
        }
        RankSum ranks = RankSum.of(candidate.ascending(), baseline.ascending());
        double p = p(candidate.ascending(), baseline.ascending(), ranks);
        return new Comparison(
                candidate.mean() / baseline.mean(), Bootstrap.ratioOfMeans(candidate, baseline), p, p, ranks.delta());
    }

    public Comparison withHolm(double adjusted) {
        return new Comparison(ratio, interval, p, adjusted, effect);
    }

    /** Whether the difference is significant at 5% after correction. */
    public boolean significant() {
        return pHolm < ALPHA;
    }

    /**
     * Whether even sets that lie wholly apart, of so many values, would not be significant among so many comparisons: the least p that the exact test
     * can give is 2 over the number of ways to choose one set from both.
     */
    public static boolean powerless(int candidate, int baseline, long comparisons) {
        double ways = 1;
        for (int i = 1; i <= Math.min(candidate, baseline); i++) {
            ways *= (candidate + baseline - Math.min(candidate, baseline) + i) / (double) i;
        }
        return 2 / ways * comparisons >= ALPHA;
    }

    /** The effect in words, by the thresholds of Romano and others (2006): 0.147, 0.33, 0.474. */
    public String magnitude() {
        double size = Math.abs(effect);
        return size < 0.147 ? "negligible" : size < 0.33 ? "small" : size < 0.474 ? "medium" : "large";
    }

    /** The two-sided p of two sets alone, each in ascending order; NaN where either has fewer than two values. */
    public static double mannWhitney(double[] candidate, double[] baseline) {
        return p(candidate, baseline, RankSum.of(candidate, baseline));
    }

    private static double p(double[] candidate, double[] baseline, RankSum ranks) {
        if (candidate.length < 2 || baseline.length < 2) {
            return Double.NaN;
        }
        if (candidate[0] == candidate[candidate.length - 1]
                && baseline[0] == baseline[baseline.length - 1]
                && candidate[0] == baseline[0]) {
            return 1;
        }
        return Math.max(candidate.length, baseline.length) >= LARGE
                ? ranks.p()
                : MannWhitneyUTest.withDefaults()
                        .with(AlternativeHypothesis.TWO_SIDED)
                        .test(candidate, baseline)
                        .getPValue();
    }
}
