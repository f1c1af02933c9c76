package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void aTableHasFourDigitsOfItsSmallestMean() {
        assertThat(Numbers.decimals(new double[] {14_600, 5_195})).isZero();
        assertThat(Numbers.decimals(new double[] {2.38, 6.67})).isEqualTo(3);
        assertThat(Numbers.decimals(new double[] {0.0107, 0.0318})).isEqualTo(5);
    }

    @Test
    void aLargeMeanKeepsASmallOneFromTooManyDecimals() {
        assertThat(Numbers.decimals(new double[] {0.0107, 1_843})).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberCountsForNothing() {
        assertThat(Numbers.decimals(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0}))
                .isEqualTo(1);
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("–");
        assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("–");
    }

    @Test
    void numbersAreWrittenForPeople() {
        assertThat(Numbers.fixed(14_594.6, 0)).isEqualTo("14,595");
        assertThat(Numbers.fixed(-0.36, 2)).isEqualTo("−0.36");
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(1.7e308, 2)).isEqualTo("1.70e+308");
        assertThat(Numbers.fixed(3e-7, 2)).isEqualTo("3.00e−07");
        assertThat(Numbers.p(0.0004)).isEqualTo("< 0.001");
    }
}
