package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The median of order statistics against the median of values that were really drawn. */
class ResampledMedianTest {
    private static final int RESAMPLES = 40_000;

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 30, 31, 400})
    void itIsDistributedAsTheMedianOfValuesDrawnOneByOne(int n) {
        double[] sorted = sortedExponential(n);
        double[] replicates = new ResampledMedian(sorted).replicates(RESAMPLES, 1);
        assertThat(TwoSamples.distance(replicates, drawn(sorted))).isLessThan(TwoSamples.limit(RESAMPLES));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void withoutOneValueItIsTheMedianOfTheRest(int n) {
        double[] sorted = sortedExponential(n);
        double[] expected = IntStream.range(0, n)
                .mapToDouble(left -> Summary.quantile(
                        IntStream.range(0, n)
                                .filter(i -> i != left)
                                .mapToDouble(i -> sorted[i])
                                .toArray(),
                        0.5))
                .toArray();
        assertThat(new ResampledMedian(sorted).leftOut()).containsExactly(expected);
    }

    private static double[] drawn(double[] values) {
        SplittableRandom random = new SplittableRandom(2);
        return IntStream.range(0, RESAMPLES)
                .mapToDouble(i -> Summary.quantile(
                        random.ints(values.length, 0, values.length)
                                .mapToDouble(place -> values[place])
                                .sorted()
                                .toArray(),
                        0.5))
                .toArray();
    }

    private static double[] sortedExponential(int n) {
        double[] values =
                new SplittableRandom(3).doubles(n).map(u -> -Math.log(1 - u)).toArray();
        Arrays.sort(values);
        return values;
    }
}
