package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of cells that a rule ended: how often the interval of the ratio of two equal cells holds 1. */
class SequentialTest {
    private static final int RUNS = 600;
    private static final int AT_LEAST = 6;
    private static final int AT_MOST = 40;

    /** Skewed by 0, 0.95 and 1.75; the deviation is the values' share of their mean, or that of their logarithm. */
    @ParameterizedTest
    @CsvSource({"normal, 0.03, 0.03", "lognormal, 0.3, 0.25", "lognormal, 0.5, 0.5"})
    void intervalsOfCellsThatARuleEndedCoverTheTruthAsOftenAsTheySay(String shape, double deviation, double until) {
        DoubleUnaryOperator value = shape.equals("normal")
                ? z -> 1 + deviation * z
                : z -> Math.exp(deviation * z - deviation * deviation / 2);
        double widened = coverage(value, until, ResampledMean::sequential);
        double asTheyAre = coverage(value, until, UnaryOperator.identity());
        // 600 runs tell a share of 0.95 to within 0.018 (two standard errors)
        assertThat(widened).as("widened").isBetween(0.92, 0.98);
        assertThat(asTheyAre).as("as they are").isLessThan(0.91);
    }

    @ParameterizedTest
    @CsvSource({"6, 1.4367", "10, 1.2167", "30, 1.0613", "60, 1.0296"})
    void theFactorIsStudentsQuantileOverTheNormalOneWithTheDeviationsShortfall(int n, double factor) {
        // by the tables: t(5) 2.5706, t(9) 2.2622, t(29) 2.0452, t(59) 2.0010; z 1.9600
        assertThat(Sequential.widening(n)).isCloseTo(factor, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"6", "12", "70", "2000"})
    void everyIntervalOfSuchValuesIsWidenedAboutItsEstimate(int n) {
        ResampledMean fixed = ResampledMean.of(values(n, 1), 1);
        ResampledMean other = ResampledMean.of(values(2 * n, 2), 2);
        double times = Sequential.widening(n);
        assertWidened(Bootstrap.mean(fixed), Bootstrap.mean(fixed.sequential()), times);
        assertWidened(Bootstrap.median(fixed), Bootstrap.median(fixed.sequential()), times);
        Optional<Interval> plain = Bootstrap.ratioOfMeans(fixed, other);
        assertWidened(plain, Bootstrap.ratioOfMeans(fixed.sequential(), other), times);
        assertWidened(plain, Bootstrap.ratioOfMeans(fixed.sequential(), other.sequential()), times);
        assertWidened(plain, Bootstrap.ratioOfMeans(fixed, other.sequential()), Sequential.widening(2 * n));
    }

    @Test
    void anIntervalOfWhatIsNeverNegativeEndsAtZero() {
        ResampledMean rare = ResampledMean.of(new double[] {0.1, 0.1, 0.2, 0.1, 0.1, 12}, 1);
        assertThat(Bootstrap.mean(rare).orElseThrow().low()).isPositive();
        assertThat(Bootstrap.mean(rare.sequential()).orElseThrow().low()).isZero();
        ResampledMean signed = ResampledMean.of(new double[] {-3, 1, 2, -2, 1, 12}, 1);
        assertThat(Bootstrap.mean(signed.sequential()).orElseThrow().low())
                .isLessThan(Bootstrap.mean(signed).orElseThrow().low());
    }

    private static void assertWidened(Optional<Interval> plain, Optional<Interval> wide, double times) {
        double before = plain.orElseThrow().high() - plain.orElseThrow().low();
        double after = wide.orElseThrow().high() - wide.orElseThrow().low();
        assertThat(after / before).isCloseTo(times, within(1e-9));
        assertThat(wide.orElseThrow().low()).isLessThan(plain.orElseThrow().low());
        assertThat(wide.orElseThrow().high()).isGreaterThan(plain.orElseThrow().high());
    }

    /** The share of runs whose last interval holds 1, the rule being asked after each block of one sample a cell. */
    private static double coverage(DoubleUnaryOperator value, double until, UnaryOperator<ResampledMean> taken) {
        long covered = IntStream.range(0, RUNS)
                .parallel()
                .filter(run -> {
                    SplittableRandom random = new SplittableRandom(run);
                    double[] cell = drawn(value, random);
                    double[] host = drawn(value, random);
                    Interval last = new Interval(0, 0, 0);
                    for (int n = AT_LEAST; n <= AT_MOST; n++) {
                        last = Bootstrap.ratioOfMeans(
                                        taken.apply(ResampledMean.of(Arrays.copyOf(cell, n), random.nextLong())),
                                        taken.apply(ResampledMean.of(Arrays.copyOf(host, n), random.nextLong())))
                                .orElseThrow();
                        if (last.within(until)) {
                            break;
                        }
                    }
                    return last.contains(1);
                })
                .count();
        return covered / (double) RUNS;
    }

    private static double[] drawn(DoubleUnaryOperator value, SplittableRandom random) {
        return IntStream.range(0, AT_MOST)
                .mapToDouble(_ -> value.applyAsDouble(random.nextGaussian()))
                .toArray();
    }

    private static double[] values(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, 90, 110).toArray();
    }
}
