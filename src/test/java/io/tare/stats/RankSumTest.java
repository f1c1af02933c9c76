package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankSumTest {
    /** The last column: how many different values there are at most; few make many ties. */
    @ParameterizedTest
    @CsvSource({
        "50, 50, 1000000",
        "50, 3, 1000000",
        "2, 700, 40",
        "1000, 900, 1000000",
        "1000, 1000, 300",
        "5000, 4000, 7",
        "60, 60, 2"
    })
    void itIsThatOfTheLibraryToTheLastBit(int n, int m, int different) {
        for (int seed = 1; seed <= 20; seed++) {
            double[] first = drawn(n, different, 0.02, new SplittableRandom(seed));
            double[] second = drawn(m, different, 0, new SplittableRandom(-seed));
            RankSum ranks = RankSum.of(first, second);
            var library = MannWhitneyUTest.withDefaults().test(first, second);
            assertThat(ranks.u()).isEqualTo(library.getStatistic());
            assertThat(ranks.p()).isEqualTo(library.getPValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "5, 7, 3", "30, 20, 1000000", "200, 100, 50"})
    void cliffsDeltaIsThatOfAllPairs(int n, int m, int different) {
        double[] first = drawn(n, different, 0.1, new SplittableRandom(1));
        double[] second = drawn(m, different, 0, new SplittableRandom(2));
        double balance = 0;
        for (double a : first) {
            for (double b : second) {
                balance += Double.compare(a, b);
            }
        }
        assertThat(RankSum.of(first, second).delta()).isCloseTo(balance / (n * m), within(1e-15));
    }

    private static double[] drawn(int size, int different, double shift, SplittableRandom random) {
        double[] values = new double[size];
        Arrays.setAll(values, _ -> Math.floor(different * (random.nextDouble() + shift)) / 7);
        Arrays.sort(values);
        return values;
    }
}
