package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often 95% intervals of few values hold the truth: of a number of samples that was fixed, and of cells that a rule ended. */
class FewValuesTest {
    private static final int RUNS = 1000;
    private static final int AT_LEAST = 6;
    private static final int AT_MOST = 40;

    /** 1,000 runs tell a share of 0.95 to within 0.014 (two standard errors); what is skewed stays a little below. */
    @ParameterizedTest
    @CsvSource({"normal, 0.05, 6", "normal, 0.05, 10", "normal, 0.05, 20", "lognormal, 0.5, 6", "lognormal, 0.5, 10"})
    void intervalsOfAFixedNumberCoverTheTruthAsOftenAsTheySay(String shape, double deviation, int n) {
        DoubleUnaryOperator value = shaped(shape, deviation);
        assertThat(share(random ->
                        Bootstrap.mean(sampled(value, n, random)).orElseThrow().contains(1)))
                .as("mean")
                .isBetween(0.91, 0.97);
        assertThat(share(random -> Bootstrap.ratioOfMeans(sampled(value, n, random), sampled(value, n, random))
                        .orElseThrow()
                        .contains(1)))
                .as("ratio")
                .isBetween(0.92, 0.97);
    }

    @Test
    void asBcaGivesThemTheyDoNot() {
        DoubleUnaryOperator value = shaped("normal", 0.05);
        assertThat(share(random -> {
                    ResampledMean of = sampled(value, 6, random);
                    return Bca.interval(of.mean(), of.replicates().clone(), of.leftOut())
                            .contains(1);
                }))
                .isLessThan(0.88);
    }

    @ParameterizedTest
    @CsvSource({"normal, 0.03, 0.03", "lognormal, 0.3, 0.25", "lognormal, 0.5, 0.5"})
    void ratiosOfCellsThatARuleEndedCoverItWithinSomePoints(String shape, double deviation, double until) {
        DoubleUnaryOperator value = shaped(shape, deviation);
        assertThat(share(random -> ended(value, until, random).contains(1))).isBetween(0.91, 0.97);
    }

    /** By the tables: t(5) 2.5706, t(9) 2.2622, t(29) 2.0452; z 1.9600; times the root of n over n - 1. */
    @ParameterizedTest
    @CsvSource({"6, 1.4367", "10, 1.2167", "30, 1.0613"})
    void anIntervalOfAMeanIsWidenedByStudentsQuantileAndTheDeviationsShortfall(int n, double factor) {
        ResampledMean of = sampled(shaped("normal", 0.05), n, new SplittableRandom(1));
        Interval plain = Bca.interval(of.mean(), of.replicates().clone(), of.leftOut());
        Interval wide = Bootstrap.mean(of).orElseThrow();
        assertThat(wide.high() - of.mean()).isCloseTo(factor * (plain.high() - of.mean()), within(1e-4));
        assertThat(of.mean() - wide.low()).isCloseTo(factor * (of.mean() - plain.low()), within(1e-4));
    }

    /** A denominator that hardly scatters adds nothing: Student's degrees are the numerator's, and with equal scatter they are both's. */
    @Test
    void aRatioHasTheDegreesOfFreedomOfWhatScatters() {
        Interval plain = new Interval(0.9, 1.1, 0.95);
        ResampledMean loud = ResampledMean.of(new double[] {8, 9, 10, 10, 11, 12}, 1);
        ResampledMean still = ResampledMean.of(new double[] {10, 10, 10, 10, 10, 10.0001}, 2);
        assertThat(FewValues.widened(plain, loud, still).high()).isCloseTo(1 + 0.1 * 1.4367, within(1e-4));
        // t(10) 2.2281 over 1.9600, times the root of 6/5
        assertThat(FewValues.widened(plain, loud, loud).high()).isCloseTo(1 + 0.1 * 1.2453, within(1e-4));
        assertThat(FewValues.widened(plain, same(10), same(10))).isEqualTo(plain);
    }

    @Test
    void anIntervalOfWhatIsNeverNegativeEndsAtZero() {
        ResampledMean rare = ResampledMean.of(new double[] {0.1, 0.1, 0.2, 0.1, 0.1, 12}, 1);
        assertThat(Bootstrap.mean(rare).orElseThrow().low()).isZero();
        ResampledMean signed = ResampledMean.of(new double[] {-3, 1, 2, -2, 1, 12}, 1);
        assertThat(Bootstrap.mean(signed).orElseThrow().low()).isNegative();
    }

    private static ResampledMean same(double always) {
        double[] values = new double[6];
        Arrays.fill(values, always);
        return ResampledMean.of(values, 3);
    }

    private static DoubleUnaryOperator shaped(String shape, double deviation) {
        return shape.equals("normal")
                ? z -> 1 + deviation * z
                : z -> Math.exp(deviation * z - deviation * deviation / 2);
    }

    private static double share(Predicate<SplittableRandom> covers) {
        long covered = IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> covers.test(new SplittableRandom(run)))
                .count();
        return covered / (double) RUNS;
    }

    /** The interval that ended a cell, the rule being asked after each block of one sample a cell. */
    private static Interval ended(DoubleUnaryOperator value, double until, SplittableRandom random) {
        double[] cell = drawn(value, AT_MOST, random);
        double[] host = drawn(value, AT_MOST, random);
        Interval last = new Interval(0, 0, 0);
        for (int n = AT_LEAST; n <= AT_MOST; n++) {
            last = Bootstrap.ratioOfMeans(
                            ResampledMean.of(Arrays.copyOf(cell, n), random.nextLong()),
                            ResampledMean.of(Arrays.copyOf(host, n), random.nextLong()))
                    .orElseThrow();
            if (last.within(until)) {
                break;
            }
        }
        return last;
    }

    private static ResampledMean sampled(DoubleUnaryOperator value, int n, SplittableRandom random) {
        return ResampledMean.of(drawn(value, n, random), random.nextLong());
    }

    private static double[] drawn(DoubleUnaryOperator value, int n, SplittableRandom random) {
        return IntStream.range(0, n)
                .mapToDouble(_ -> value.applyAsDouble(random.nextGaussian()))
                .toArray();
    }
}
