package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the page of a run with many cells shows, and what it says of the rest. */
class RoomTest {
    @Test
    void ofMoreWorkloadsThanAHeatMapHoldsTheCostsOfAllAreDrawn() {
        String page = page(45, "host", "nat");
        assertThat(page)
                .contains(
                        "Every mode against every workload, the first of each.",
                        "Cost against host over all workloads, quartiles",
                        "over 45 workloads and metrics of each mode",
                        "id=\"w44t0-boxes\"");
        assertThat(page(5, "host", "nat")).doesNotContain("over all workloads, quartiles");
    }

    @Test
    void ofMoreModesThanABoxCanHaveGroupsOfLikeCostAreDrawn() {
        String[] modes = new String[101];
        for (int i = 0; i < modes.length; i++) {
            modes[i] = "m" + i;
        }
        assertThat(page(2, modes))
                .contains("of 100 modes, in 40 groups from the least cost to the largest", "\"98 to 100\"");
    }

    @Test
    void ofThousandsOfCellsTheFirstAreDrawnAndThePageSaysWhereTheOthersAre() {
        String page = page(800, "host", "nat");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_000);
        assertThat(page)
                .contains(
                        "Bars are those of the first 40 workloads of 800",
                        "Pictures are those of the first 40 workloads",
                        "And 400 more workloads, in report.md and report.json.",
                        "id=\"w39t0-bars\"",
                        "id=\"w399t0\"")
                .doesNotContain("id=\"w40t0-bars\"", "id=\"w400\"");
    }

    @Test
    void ofWorkloadsWithManyRowsFewerHaveASection() {
        String[] modes = IntStream.range(0, 50).mapToObj(i -> "m" + i).toArray(String[]::new);
        String page = page(100, modes);
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_000);
        assertThat(page)
                .contains("And 40 more workloads, in report.md", "id=\"w59t0\"")
                .doesNotContain("id=\"w60\"");
    }

    /** A sentence of a workload that has no section names the file that has its table. */
    @Test
    void everyLinkLeadsSomewhere() {
        HandMadeRun run = HandMadeRun.of("host", "nat");
        for (int i = 0; i < 410; i++) {
            run.workload("w" + i).valid("host", 1000, 1001);
        }
        run.valid("nat", 700, 701).workload("w0");
        String page = HtmlReport.of(run.analysis());
        assertThat(page).contains("w409, in report.md</span>");
        assertThat(Pattern.compile("href=\"#([^\"]*)\"").matcher(page).results().map(m -> m.group(1)))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(page).contains("id=\"" + place + "\""));
    }

    private static String page(int workloads, String... modes) {
        HandMadeRun run = HandMadeRun.of(modes);
        for (int i = 0; i < workloads; i++) {
            run.workload("w" + i);
            for (int m = 0; m < modes.length; m++) {
                run.valid(modes[m], 1000 - m, 1001 - m);
            }
        }
        return HtmlReport.of(run.analysis());
    }
}
