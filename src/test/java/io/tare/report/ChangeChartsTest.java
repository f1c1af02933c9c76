package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.study.Better;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeChartsTest {
    private static final double[] HOST = {100, 101, 99, 102, 98, 100};

    @Test
    void aForestHasARowForEveryComparisonInItsModesColour() {
        MetricTable table = HandMadeRun.of("host", "nat", "overlay")
                .valid("host", HOST)
                .valid("overlay", 50, 51, 49, 50.5, 49.5, 50)
                .table();
        Chart.Forest forest = new ChangeCharts(Hues.of(List.of("host", "nat", "overlay")))
                .forest(table)
                .orElseThrow();
        assertThat(forest.rows()).singleElement().satisfies(row -> {
            assertThat(row.label()).isEqualTo("overlay");
            assertThat(row.hue()).isEqualTo(2);
            assertThat(row.ratio()).isEqualTo(0.5);
            assertThat(row.low()).isBetween(0.48, 0.5);
            assertThat(row.there()).isEmpty();
        });
    }

    @Test
    void withoutAComparisonThereIsNoForestAndRatiosThatALogarithmLacksAreNotDrawn() {
        ChangeCharts charts = new ChangeCharts(Hues.of(List.of("host", "nat")));
        assertThat(charts.forest(HandMadeRun.of("host").valid("host", HOST).table()))
                .isEmpty();
        assertThat(charts.forest(HandMadeRun.of("host", "nat")
                        .valid("host", HOST)
                        .valid("nat", 0, 0, 0)
                        .table()))
                .isEmpty();
    }

    @Test
    void theHeatMapTurnsEveryMetricIntoACost() {
        HandMadeRun run = HandMadeRun.of("host", "overlay");
        run.metric("throughput", Better.HIGHER).valid("host", HOST).valid("overlay", 50, 51, 49, 50.5, 49.5, 50);
        run.metric("latency", Better.LOWER).valid("host", HOST).valid("overlay", 200, 201, 199, 201, 199, 200);
        Analysis analysis = run.analysis();
        Chart.Heat heat =
                new ChangeCharts(Hues.of(analysis.modes())).heat(analysis).orElseThrow();
        assertThat(heat.names()).containsExactly("overlay");
        assertThat(heat.rows()).extracting(Chart.Strip::costs).containsExactly(List.of(2.0), List.of(2.0));
        assertThat(heat.rows()).extracting(Chart.Strip::clear).containsOnly(List.of(true));
        assertThat(new ChangeCharts(Hues.of(List.of("host")))
                        .heat(HandMadeRun.of("host").analysis()))
                .isEmpty();
    }

    @Test
    void besideAStudyThePublishedChangeIsDrawnEvenWhereNothingWasMeasured() {
        Analysis analysis = Analysis.of(RecordedRuns.haruna2019Short());
        Against against = Against.of(analysis, PublishedStudies.open("haruna2019"));
        ChangeCharts charts = new ChangeCharts(Hues.of(analysis.modes()));
        Chart.Forest rps = charts.forest(against.tables().get(14)).orElseThrow();
        assertThat(rps.rows()).hasSize(4);
        assertThat(rps.rows().get(2).label()).isEqualTo("overlay+rps / overlay");
        assertThat(rps.rows().get(2).ratio()).isNull();
        assertThat(rps.rows().get(2).there()).hasSize(3).first().isEqualTo(0.7337);
        assertThat(charts.forest(against.tables().get(11)))
                .as("5.12 has no valid sample")
                .isEmpty();
    }
}
