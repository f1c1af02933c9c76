package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the real component did not run, every report says what did, wherever the mode's numbers stand. */
class StandInsTest {
    private static final String LABEL = "weave (fastdp-equivalent)";
    private static final String SAYS = "Weave Net's router did not run: no dummy devices.";

    private final Analysis analysis = HandMadeRun.of("host", "weave")
            .valid("host", 10, 11, 12, 13, 14, 15)
            .valid("weave", 5, 6, 7, 8, 9, 10)
            .standingIn("weave", "fastdp-equivalent", SAYS)
            .analysis();

    @Test
    void theTerminalNamesItInEveryRow() {
        String text = TextReport.of(analysis).render(100, false);
        assertThat(text.lines().filter(line -> line.stripLeading().startsWith("weave")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).contains(LABEL));
        assertThat(text).contains("Stand-ins\n  " + LABEL + ": " + SAYS);
    }

    @Test
    void markdownNamesItInEveryRow() {
        String text = MarkdownReport.of(analysis);
        assertThat(text)
                .contains("| " + LABEL + " |")
                .doesNotContain("| weave |")
                .contains("## Stand-ins", SAYS);
    }

    @Test
    void thePageNamesItInTablesAndCharts() {
        String page = HtmlReport.of(analysis);
        assertThat(page).contains("\"label\":\"" + LABEL + "\"").doesNotContain("\"label\":\"weave\"");
        assertThat(page).contains(LABEL + ": Weave Net");
        assertThat(page).doesNotContain(">weave</th>");
    }

    @Test
    void aBaselineThatStandsInIsNamedSoAsWell() {
        MetricTable table = HandMadeRun.of("weave", "host")
                .valid("weave", 1, 2, 3)
                .valid("host", 1, 2, 3)
                .standingIn("weave", "fastdp-equivalent", SAYS)
                .table();
        assertThat(table.baseline()).isEqualTo(LABEL);
    }
}
