package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums drawn several values at a time against sums drawn one by one. */
class WithReplacementTest {
    private static final int SUMS = 40_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 11, 50, 64, 100, 1999})
    void aSumIsDistributedAsThatOfValuesDrawnOneByOne(int n) {
        int draws = Math.min(n, 101); // of many values some are enough
        double[] values = new SplittableRandom(n).doubles(n).map(u -> u * u).toArray();
        WithReplacement several = new WithReplacement(values);
        SplittableRandom random = new SplittableRandom(1);
        double[] sums = IntStream.range(0, SUMS)
                .mapToDouble(i -> several.sum(draws, random))
                .map(WithReplacementTest::rounded)
                .toArray();
        SplittableRandom other = new SplittableRandom(2);
        double[] plain = IntStream.range(0, SUMS)
                .mapToDouble(i -> other.ints(draws, 0, n)
                        .mapToDouble(place -> values[place])
                        .sum())
                .map(WithReplacementTest::rounded)
                .toArray();
        assertThat(TwoSamples.distance(sums, plain)).isLessThan(TwoSamples.limit(SUMS));
    }

    /** The order of addition shows in the last digits alone. */
    private static double rounded(double sum) {
        return Math.rint(sum * 1e9);
    }
}
