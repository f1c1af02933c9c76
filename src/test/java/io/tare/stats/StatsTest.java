package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against values computed elsewhere: NumPy 2 and SciPy 1.17.1 (named where used), R's documentation. */
class StatsTest {
    private static final double[] A = {14.6, 14.2, 13.9, 15.1, 14.8, 14.4, 13.7, 14.9, 15.3, 12.1};
    private static final double[] B = {14.2, 13.9, 13.1, 14.1, 13.3, 13.8, 14.05, 12.9, 13.6, 14.3};

    @Test
    void quartilesMeanAndDeviationAgreeWithNumPy() {
        Summary summary = Summary.of(A);
        assertThat(summary.q1()).isCloseTo(13.975, within(1e-12));
        assertThat(summary.median()).isCloseTo(14.5, within(1e-12));
        assertThat(summary.q3()).isCloseTo(14.875, within(1e-12));
        assertThat(summary.mean()).isCloseTo(14.3, within(1e-12));
        assertThat(summary.stddev()).isCloseTo(0.9261629326299872, within(1e-12));
    }

    @Test
    void whatLiesBeyondTukeysFencesIsAnOutlier() {
        Summary summary = Summary.of(A); // fences at 13.975 - 1.35 and 14.875 + 1.35
        assertThat(summary.outliers()).containsExactly(12.1);
        assertThat(summary.whiskerLow()).isEqualTo(13.7);
        assertThat(summary.whiskerHigh()).isEqualTo(15.3);
    }

    /** scipy.stats.bootstrap(method='BCa', n_resamples=200000). */
    @Test
    void bcaIntervalsAgreeWithSciPy() {
        ResampledMean of = ResampledMean.of(A, 1);
        assertInterval(Bca.interval(of.mean(), of.replicates().clone(), of.leftOut()), 13.54, 14.71, 0.06);
        assertInterval(Bootstrap.median(ResampledMean.of(A, 1)).orElseThrow(), 13.9, 14.95, 0.1);
    }

    /** SciPy's BCa interval of this ratio, 0.92626 to 1.01367, with its ends 1.1543 times as far from 0.95979: Welch's 13.90 degrees of freedom. */
    @Test
    void anIntervalOfARatioIsSciPysWidenedForFewValues() {
        assertInterval(ratio(B, A).orElseThrow(), 0.92109, 1.02198, 0.004);
    }

    @Test
    void belowSixValuesThereIsNoInterval() {
        double[] five = Arrays.copyOf(A, 5);
        assertThat(mean(five, 1)).isEmpty();
        assertThat(Bootstrap.median(ResampledMean.of(five, 1))).isEmpty();
        assertThat(ratio(five, A)).isEmpty();
    }

    @Test
    void aRatioToWhatIsMostlyZeroHasNoInterval() {
        double[] mostlyZero = {0, 0, 0, 0, 0, 0, 1}; // a resample of zeros alone comes up one time in three
        assertThat(ratio(A, mostlyZero)).isEmpty();
        assertThat(ratio(A, new double[10])).isEmpty();
        Interval none = ratio(new double[10], A).orElseThrow();
        assertInterval(none, 0, 0, 0);
    }

    @Test
    void manyZerosOverManyValuesAreZeroAndNotUnknown() {
        double[] many = exponential(new SplittableRandom(5), Bootstrap.MANY);
        assertInterval(ratio(new double[Bootstrap.MANY], many).orElseThrow(), 0, 0, 0);
        double[] doubled = Arrays.stream(many).map(v -> 2 * v).toArray();
        // the delta method: 2 * sqrt(2) * 1.96 * 1 / sqrt(2000) on either side, for a standard deviation equal to the
        // mean
        assertInterval(ratio(doubled, many).orElseThrow(), 2 - 0.124, 2 + 0.124, 0.01);
    }

    @Test
    void oneSideOfARatioMayHaveManyValuesAndTheOtherFewer() {
        double[] many = exponential(new SplittableRandom(5), Bootstrap.MANY);
        double[] fewer = Arrays.copyOf(many, Bootstrap.MANY - 1);
        double[] doubled = Arrays.stream(many).map(v -> 2 * v).toArray();
        assertInterval(ratio(doubled, fewer).orElseThrow(), 2 - 0.124, 2 + 0.124, 0.015);
        assertInterval(ratio(fewer, doubled).orElseThrow(), 0.5 - 0.031, 0.5 + 0.031, 0.004);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        assertThat(mean(A, 7)).isEqualTo(mean(A, 7));
        assertThat(mean(A, 7)).isNotEqualTo(mean(A, 8));
    }

    @Test
    void constantValuesHaveAnIntervalWithoutWidth() {
        double[] constant = {3, 3, 3, 3, 3, 3, 3};
        assertInterval(mean(constant, 1).orElseThrow(), 3, 3, 0);
    }

    @Test
    void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(20190801);
        int runs = 300;
        long covered = IntStream.range(0, runs)
                .filter(run -> mean(exponential(random, 30), run).orElseThrow().contains(1))
                .count();
        // Efron and Tibshirani (1993) see 0.92 to 0.95 for skewed data of this size
        assertThat(covered / (double) runs).isBetween(0.88, 0.98);
    }

    @Test
    void manyValuesGetAnIntervalThatAgreesWithTheResampledOne() {
        double[] many = exponential(new SplittableRandom(5), Bootstrap.MANY);
        double[] fewer = Arrays.copyOf(many, Bootstrap.MANY - 1);
        Interval asymptotic = mean(many, 1).orElseThrow();
        assertInterval(mean(fewer, 1).orElseThrow(), asymptotic.low(), asymptotic.high(), 0.01);
        Interval order = Bootstrap.median(ResampledMean.of(many, 1)).orElseThrow();
        assertInterval(Bootstrap.median(ResampledMean.of(fewer, 1)).orElseThrow(), order.low(), order.high(), 0.01);
    }

    @Test
    void mannWhitneyAndCliffsDeltaAgreeWithSciPy() {
        // scipy.stats.mannwhitneyu: U = 78 of 100 pairs, so delta = 0.56; exact p of the second pair of samples 0.05556
        Comparison comparison = compared(A, B);
        assertThat(comparison.p()).isCloseTo(0.0374916658, within(1e-6));
        assertThat(comparison.effect()).isCloseTo(0.56, within(1e-9));
        assertThat(comparison.magnitude()).isEqualTo("large");
        Comparison exact = compared(new double[] {1.1, 2.2, 3.3, 4.4, 5.6}, new double[] {2.5, 6.1, 7.2, 8.3, 9.4});
        assertThat(exact.p()).isCloseTo(0.0555555556, within(1e-9));
    }

    @Test
    void equalSamplesDoNotDiffer() {
        double[] same = {2, 2, 2, 2, 2, 2};
        Comparison comparison = compared(same, same);
        assertThat(comparison.p()).isEqualTo(1);
        assertThat(comparison.effect()).isZero();
        assertThat(comparison.significant()).isFalse();
    }

    @Test
    void holmAgreesWithR() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjust(new double[] {0.01, Double.NaN, 0.04})).containsExactly(0.02, Double.NaN, 0.04);
    }

    private static Optional<Interval> mean(double[] values, long seed) {
        return Bootstrap.mean(ResampledMean.of(values, seed));
    }

    private static Optional<Interval> ratio(double[] numerator, double[] denominator) {
        return Bootstrap.ratioOfMeans(ResampledMean.of(numerator, 1), ResampledMean.of(denominator, 2));
    }

    private static Comparison compared(double[] candidate, double[] baseline) {
        return Comparison.of(ResampledMean.of(candidate, 1), ResampledMean.of(baseline, 2));
    }

    private static void assertInterval(Interval interval, double low, double high, double tolerance) {
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }

    private static double[] exponential(SplittableRandom random, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> -Math.log(1 - random.nextDouble()))
                .toArray();
    }
}
