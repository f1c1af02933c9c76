package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expansion against means that were really resampled. */
class CornishFisherTest {
    private static final int MEANS = 100_000;

    @Test
    void itIsTheDistributionOfResampledMeansOfEvenValues() {
        assertClose(values(ResampledMean.SMOOTH, u -> u));
    }

    @Test
    void itIsTheDistributionOfResampledMeansOfSkewedValues() {
        assertClose(values(250, u -> -Math.log(1 - u)));
    }

    @Test
    void itIsNotClaimedWhereOneFarValueRulesTheMean() {
        double[] values = values(500, u -> u);
        values[0] = 1000;
        assertThat(CornishFisher.of(values).close()).isFalse();
    }

    @Test
    void constantValuesHaveNoDeviation() {
        double[] constant = new double[100];
        Arrays.fill(constant, 4);
        assertThat(CornishFisher.of(constant).at(2.5)).isEqualTo(4);
    }

    private static void assertClose(double[] values) {
        CornishFisher distribution = CornishFisher.of(values);
        assertThat(distribution.close()).isTrue();
        SplittableRandom random = new SplittableRandom(1);
        double[] expanded = IntStream.range(0, MEANS)
                .mapToDouble(i -> distribution.at(random.nextGaussian()))
                .toArray();
        WithReplacement draws = new WithReplacement(values);
        double[] drawn = IntStream.range(0, MEANS)
                .mapToDouble(i -> draws.sum(values.length, random) / values.length)
                .toArray();
        assertThat(TwoSamples.distance(expanded, drawn)).isLessThan(TwoSamples.limit(MEANS));
    }

    private static double[] values(int n, DoubleUnaryOperator of) {
        return new SplittableRandom(n).doubles(n).map(of).toArray();
    }
}
