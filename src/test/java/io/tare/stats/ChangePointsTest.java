package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
    @Test
    void aStepIsFoundWhereItIs() {
        double[] values = series(30, 1, i -> i < 18 ? 100 : 90);
        assertThat(ChangePoints.of(values, 0.05, 1)).singleElement().satisfies(c -> {
            assertThat(c.at()).isEqualTo(18);
            assertThat(c.before()).isBetween(99.0, 101.0);
            assertThat(c.after()).isBetween(89.0, 91.0);
            assertThat(c.p()).isLessThan(0.01);
        });
    }

    @Test
    void twoStepsAreBothFound() {
        double[] values = series(36, 2, i -> i < 12 ? 100 : i < 24 ? 80 : 100);
        assertThat(ChangePoints.of(values, 0.05, 1))
                .extracting(ChangePoints.ChangePoint::at)
                .containsExactly(12, 24);
    }

    @Test
    void oneOddRunIsNoChange() {
        double[] values = series(20, 3, i -> i == 10 ? 50 : 100);
        assertThat(ChangePoints.of(values, 0.01, 1)).isEmpty();
    }

    /** Of 200 series of noise 5% are expected to show something; 19 or more come by chance once in a thousand. */
    @Test
    void noiseGivesFalseAlarmsAsOftenAsItsLevelSays() {
        long alarms = IntStream.range(0, 200)
                .filter(seed -> !ChangePoints.of(series(14, 100 + seed, _ -> 100), 0.05, seed)
                        .isEmpty())
                .count();
        assertThat(alarms).isBetween(1L, 19L);
    }

    @Test
    void fewOrEqualValuesShowNothing() {
        assertThat(ChangePoints.of(new double[] {1, 1, 1, 9, 9}, 0.05, 1)).isEmpty();
        assertThat(ChangePoints.of(new double[20], 0.05, 1)).isEmpty();
        assertThat(ChangePoints.of(new double[0], 0.05, 1)).isEmpty();
    }

    /** Eight points in two halves have a p of 2 / C(8, 4) = 0.029; seven of 0.057. */
    @Test
    void theFewestPointsOfWhichAChangeCanBeFoundAreKnown() {
        assertThat(ChangePoints.fewest(0.05)).isEqualTo(8);
        for (int seed = 0; seed < 50; seed++) {
            assertThat(ChangePoints.of(new double[] {1, 2, 1, 2, 91, 92, 91, 92}, 0.05, seed))
                    .singleElement()
                    .satisfies(c -> assertThat(c.p()).isBetween(0.015, 0.045));
            assertThat(ChangePoints.of(new double[] {1, 2, 1, 91, 92, 91, 92}, 0.05, seed))
                    .isEmpty();
            assertThat(ChangePoints.of(new double[] {1, 2, 1, 2, 91, 92, 91, 92}, 0.025, seed))
                    .isEmpty();
            assertThat(ChangePoints.of(new double[] {1, 2, 1, 2, 1, 91, 92, 91, 92, 91}, 0.01, seed))
                    .hasSize(1);
        }
        assertThat(ChangePoints.fewest(0.025)).isEqualTo(9);
        assertThat(ChangePoints.fewest(0.01)).isEqualTo(10);
        assertThat(ChangePoints.fewest(0.001)).isEqualTo(14);
    }

    private static double[] series(int n, long seed, java.util.function.IntToDoubleFunction level) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, n)
                .mapToDouble(i -> level.applyAsDouble(i) + random.nextGaussian())
                .toArray();
    }
}
