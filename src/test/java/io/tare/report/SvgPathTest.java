package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "M1 2L3 4Z;1 2 m 3 4 l h ",
                "M1,2l2,2h1v-1;1 2 m 3 4 l 4 4 l 4 3 l ",
                "M0 0 1 1 2 0;0 0 m 1 1 l 2 0 l ",
                "M0 0C1 1 2 1 3 0;0 0 m 1 1 2 1 3 0 c ",
                "M0 0Q3 3 6 0;0 0 m 2 2 4 2 6 0 c ",
                "M-.5 1e1L1.50 -2;-0.5 10 m 1.5 -2 l ",
                "M0 0A0 0 0 0 1 5 5;0 0 m 5 5 l "
            })
    void commandsBecomeThoseOfPdf(String svg, String pdf) {
        assertThat(SvgPath.pdf(svg).replace('\n', ' ').strip()).isEqualTo(pdf.strip());
    }

    /** The curve of a quarter circle has its handles 0.5523 radii from its ends. */
    @Test
    void anArcBecomesCurvesAQuarterEach() {
        assertThat(SvgPath.pdf("M1 0A1 1 0 0 1 0 1")).isEqualTo("1 0 m\n1 0.552 0.552 1 0 1 c\n");
        assertThat(SvgPath.pdf("M1 0A1 1 0 0 0 0 -1")).isEqualTo("1 0 m\n1 -0.552 0.552 -1 0 -1 c\n");
        assertThat(SvgPath.pdf("M1 0A1 1 0 1 1 0 -1").lines())
                .as("three quarters")
                .hasSize(4);
        assertThat(SvgPath.pdf("M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z").lines())
                .as("a circle")
                .hasSize(1 + 4 + 1);
    }

    @Test
    void aCommandItDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> SvgPath.pdf("M0 0T1 1")).hasMessageContaining("command T");
    }
}
