package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.study.Better;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
    private static final Pattern ISLAND = Pattern.compile("id=\"charts\">(.*?)</script>", Pattern.DOTALL);
    private static final String HOSTILE =
            "</script><script>alert(1)</script><!--\"'><img src=x onerror=alert(1)>&\u2028";

    @TempDir
    Path folder;

    @Test
    void noNameBecomesMarkup() {
        SyntheticRun.named(HOSTILE, java.util.List.of("host", HOSTILE)).write(folder.resolve("run"));
        String page = HtmlReport.of(Analysis.of(RecordedRun.read(folder.resolve("run"))));
        String harmless = HtmlReport.of(HandMadeRun.of("host", "nat")
                .valid("host", 1, 2, 3, 4, 5, 6)
                .valid("nat", 1, 2, 3, 4, 5, 6)
                .analysis());
        assertThat(own(page)).doesNotContain("<script>alert").doesNotContain("<img");
        assertThat(count(page, "<script")).isEqualTo(count(harmless, "<script"));
        assertThat(count(page, "</script")).isEqualTo(count(harmless, "</script"));
        assertThat(charts(page).get(0).path("rows").get(1).path("label").asString())
                .isEqualTo(HOSTILE);
    }

    @Test
    void hostileFindingsReasonsAndUnitsAreShownAsText() {
        String page = HtmlReport.of(HandMadeRun.of("host")
                .workload(HOSTILE)
                .metric(HOSTILE, Better.HIGHER)
                .valid("host", 1, 2)
                .failed("host", HOSTILE)
                .analysis());
        assertThat(own(page))
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .contains("&lt;img src=x");
    }

    /** 41 rows: one more than can be told apart. */
    @Test
    void ofManyRowsTheBoxesStandWithoutSamplesAndTheRestIsOfTheFirst() {
        String[] modes = IntStream.range(0, 41).mapToObj(i -> "mode" + i).toArray(String[]::new);
        HandMadeRun run = HandMadeRun.of(modes);
        for (String mode : modes) {
            run.valid(mode, 1, 2, 3).noted(mode, "loss", 4);
        }
        String page = HtmlReport.of(run.analysis());
        JsonNode charts = charts(page);
        assertThat(charts.get(0).path("rows").size()).as("bars").isEqualTo(41);
        assertThat(charts.get(1).path("rows").size()).as("boxes").isEqualTo(41);
        assertThat(charts.get(1).path("rows").get(0).path("points").size()).isZero();
        assertThat(charts.get(2).path("rows").size()).as("order").isEqualTo(40);
        assertThat(page).contains("and 1 more: see the table below", "The first 40 rows.", "mode40");
    }

    @Test
    void ofVeryManyVerdictsTheGravestAreShown() {
        String[] modes = IntStream.range(0, 302).mapToObj(i -> "mode" + i).toArray(String[]::new);
        HandMadeRun run = HandMadeRun.of(modes);
        for (String mode : modes) {
            run.noted(mode, "loss", 4);
        }
        assertThat(HtmlReport.of(run.invalid("mode301", "duration", 1).analysis()))
                .contains("And 3 more, all in report.md.")
                .contains("level-invalid");
    }

    @Test
    void ofVeryManyCellsTheOtherMetricsAreInTheMarkdownAlone() {
        String[] modes = IntStream.range(0, 1600).mapToObj(i -> "mode" + i).toArray(String[]::new);
        HandMadeRun run = HandMadeRun.of(modes);
        for (String mode : modes) {
            run.metric("throughput", Better.HIGHER).valid(mode, 1, 2);
            run.metric("retransmits", Better.LOWER).valid(mode, 3);
        }
        Analysis analysis = run.analysis();
        String page = HtmlReport.of(analysis);
        assertThat(own(page)).contains("are in report.md").doesNotContain("Retransmits");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_000);
        assertThat(MarkdownReport.of(analysis)).contains("Retransmits");
    }

    @Test
    void aRunThatWasResumedTookTheTimeItRan() {
        RecordedRun run = HandMadeRun.of("host").valid("host", 1, 2).run();
        Manifest nextDay = run.manifest()
                .ended(
                        Manifest.State.COMPLETE,
                        run.manifest().started().plusSeconds(86_400),
                        new Manifest.Spent(40, 75));
        String page = HtmlReport.of(Analysis.of(new RecordedRun(run.folder(), nextDay, run.samples(), run.damage())));
        assertThat(own(page)).contains("took 75 s").doesNotContain("24 h");
    }

    @Test
    void nothingIsFetched() {
        SyntheticRun.usual().write(folder.resolve("run"));
        String page = HtmlReport.of(Analysis.of(RecordedRun.read(folder.resolve("run"))));
        assertThat(own(page))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(own(page)).contains("default-src 'none'");
    }

    @Test
    void valuesThatAreNoNumbersNeverReachThePage() {
        String page = HtmlReport.of(HandMadeRun.of("host", "nat")
                .valid("host", 1e308, 1e308, 1e308, 1e308, 1e308, 1e308)
                .valid("nat", Double.NaN, 0, 0, 0, 0, 0)
                .analysis());
        assertThat(own(page)).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(charts(page).get(0).path("rows").get(0).path("mean").isNull())
                .isTrue();
    }

    @Test
    void thousandsOfSamplesAreThinnedToKeepTheFileSmall() {
        HandMadeRun run = HandMadeRun.of("host");
        for (int i = 0; i < 20_000; i++) {
            run.valid("host", 100 + i % 17);
        }
        String page = HtmlReport.of(run.analysis());
        assertThat(charts(page).get(1).path("rows").get(0).path("points").size())
                .isEqualTo(400);
        assertThat(page).contains("Of each row 400 samples are drawn");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
    }

    @Test
    void everyMetricHasItsTableAndEveryMainMetricItsCharts() {
        SyntheticRun.usual().write(folder.resolve("run"));
        String page = HtmlReport.of(Analysis.of(RecordedRun.read(folder.resolve("run"))));
        assertThat(page)
                .contains("aria-label=\"Retransmits, segments\"")
                .contains("aria-label=\"Jitter, ms\"")
                .contains("aria-label=\"CPU of the client&#39;s own control group, CPUs\"")
                .contains("this kernel has no openvswitch for Weave&#39;s fastdp")
                .contains("iperf3 --client &#39;{server}&#39; --port &#39;{port}&#39; --json");
        // throughput three times and latency once: bars, boxes, order, forest; a CPU chart each; three operations'
        // curves; the heat map
        assertThat(charts(page).size()).isEqualTo(4 * 4 + 3 + 3 + 1);
    }

    private static JsonNode charts(String page) {
        Matcher island = ISLAND.matcher(page);
        assertThat(island.find()).isTrue();
        return new JsonMapper().readTree(island.group(1));
    }

    /** The page without the chart library. */
    private static String own(String page) {
        return page.replace(Assets.echarts(), "");
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
