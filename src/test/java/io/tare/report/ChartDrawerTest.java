package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every kind of chart can be drawn without a browser: what charts.js may use is what Rhino knows. */
class ChartDrawerTest {
    private static final List<Double> FIVE = List.of(1.0, 2.0, 3.0, 4.0, 5.0);

    private static final List<Chart> KINDS = List.of(
            new Chart.Bars(
                    "bars",
                    "a",
                    List.of(
                            new Chart.Bar("host", 0, false, 12345.0, 1.0, 3.0),
                            new Chart.Bar("x", 1, true, 2.0, null, null))),
            new Chart.Boxes("boxes", "a", List.of(new Chart.Box("host", 0, true, FIVE, FIVE, FIVE))),
            new Chart.Order("order", "a", List.of(new Chart.Line("host", 0, false, List.of(FIVE), List.of(FIVE)))),
            new Chart.Cpu("cpu", "%", List.of(new Chart.Stack("host", List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))),
            new Chart.Parts("parts", "s", List.of("a", "b"), List.of(new Chart.Stack("host", List.of(1.0, 2.0)))),
            new Chart.Curves(
                    "curves",
                    "ms",
                    List.of(new Chart.Curve("host", 0, false, List.of(List.of(0.0, 1.0), List.of(99.0, 10.0))))),
            new Chart.Course("course", "a", 0.5, List.of(new Chart.Band("host", 0, false, FIVE, FIVE, FIVE))),
            new Chart.Ratios("ratios", "a", "base", List.of(new Chart.Ratio("host", 0, false, 0.5, 0.4, 0.6))),
            new Chart.Forest(
                    "forest",
                    "a",
                    List.of(
                            new Chart.Change("host", 0, 0.5, 0.4, 0.6, List.of(0.3, 0.2, 0.4)),
                            new Chart.Change("x", 1, null, null, null, List.of(2.0)))),
            new Chart.Heat(
                    "heat",
                    "a",
                    List.of("nat", "overlay"),
                    List.of(new Chart.Strip("tcp", Arrays.asList(2.5, null), List.of(true, false)))));

    @Test
    void everyKindIsDrawnAsSvgAndAsPdf() {
        assertThat(KINDS.stream().<Class<?>>map(Object::getClass).toList())
                .as("a new kind of chart is drawn here too")
                .hasSameElementsAs(List.of(Objects.requireNonNull(Chart.class.getPermittedSubclasses())));
        try (ChartDrawer drawer = new ChartDrawer()) {
            for (Chart chart : KINDS) {
                String svg = drawer.svg(chart, 560);
                assertThat(svg).as(chart.title()).contains("</text>").doesNotContain("NaN", "undefined", "ecmeta");
                assertThat(SvgToPdf.pdf(svg)).as(chart.title()).hasSizeGreaterThan(700);
            }
            assertThat(drawer.svg(KINDS.getFirst(), 560)).contains(">12,000<", "#0072b2");
        }
    }
}
