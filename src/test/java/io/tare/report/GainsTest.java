package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.study.Better;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tuning is compared with its own mode untouched, beside the comparison with the baseline. */
class GainsTest {
    private static final double[] HOST = {100, 101, 99, 102, 98, 100};
    private static final double[] OVERLAY = {40, 41, 39, 40.5, 39.5, 40};
    private static final double[] TUNED = {50, 51, 49, 50.5, 49.5, 50};
    private static final double[] SAME = {40.2, 40.9, 39.1, 40.4, 39.4, 40.1};

    private static HandMadeRun tuned() {
        return HandMadeRun.of("host", "overlay")
                .valid("host", HOST)
                .valid("overlay", OVERLAY)
                .valid("overlay+rps", TUNED)
                .valid("overlay+rfs", SAME);
    }

    @Test
    void theRatioIsThatOfTheSameModesMeansWithItsInterval() {
        MetricTable table = tuned().table();
        assertThat(table.gains()).extracting(CellRow::label).containsExactly("overlay+rps", "overlay+rfs");
        var gain = table.gains().getFirst().gain().orElseThrow();
        assertThat(gain.ratio()).isEqualTo(1.25);
        assertThat(gain.interval().orElseThrow().low()).isBetween(1.2, 1.25);
        assertThat(gain.significant()).isTrue();
        assertThat(table.gains().getLast().gain().orElseThrow().significant()).isFalse();
        assertThat(table.rows().get(2).change().orElseThrow().ratio()).isEqualTo(0.5);
    }

    @Test
    void theyAreCorrectedForAmongThemselves() {
        MetricTable table = tuned().table();
        var rps = table.gains().getFirst().gain().orElseThrow();
        assertThat(rps.pHolm()).isEqualTo(2 * rps.p());
        var overlay = table.rows().get(1).change().orElseThrow();
        assertThat(overlay.pHolm()).as("of three comparisons with the baseline").isEqualTo(3 * overlay.p());
    }

    @Test
    void everyReportSaysIt() {
        Analysis analysis = tuned().analysis();
        assertThat(TextReport.of(analysis).render(100, false))
                .contains("overlay+rps carries 1.25 × overlay [1.2", "Throughput, change by tuning", "× untuned");
        assertThat(TextReport.of(analysis).render(100, true)).contains("\u001b[32moverlay+rps");
        assertThat(MarkdownReport.of(analysis))
                .contains("### Throughput, change by tuning", "| overlay+rps | 1.25 | [1.2");
        assertThat(HtmlReport.of(analysis))
                .contains("Throughput, change by tuning", "\"kind\":\"ratios\"", "\"ratio\":1.25");
    }

    @Test
    void lessIsBetterWhereItIs() {
        MetricTable table = HandMadeRun.of("overlay")
                .metric("latency", Better.LOWER)
                .valid("overlay", OVERLAY)
                .valid("overlay+rps", 30, 31, 29, 30, 30.5, 29.5)
                .table();
        assertThat(table.improves(table.gains().getFirst().gain().orElseThrow().effect()))
                .isTrue();
        assertThat(Gains.rows(table)).extracting(row -> row.get(1)).isEqualTo(List.of("0.75"));
    }

    @Test
    void aRunWithoutTuningsSaysNothingOfThem() {
        Analysis analysis = HandMadeRun.of("host", "overlay")
                .valid("host", HOST)
                .valid("overlay", OVERLAY)
                .analysis();
        assertThat(MarkdownReport.of(analysis)).doesNotContain("tuning");
        assertThat(HtmlReport.of(analysis)).doesNotContain("change by tuning");
    }
}
