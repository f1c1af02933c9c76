package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.explain.Explanation;
import io.tare.result.RecordedRun;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** "Where the time goes" of a run that was really measured, in each form of the report. */
class TimeTest {
    private static RecordedRun busy() {
        try {
            return RecordedRun.read(
                    Path.of(Objects.requireNonNull(TimeTest.class.getResource("/io/tare/explain/busy"), "busy")
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTerminalOfAHundredColumnsHoldsIt() {
        String text = TextTime.render(Explanation.of(busy()), 100);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text)
                .contains("CPU, %", "s/Gbit", "[tunnel-segmentation]", "eth0 sent packets of 1,513 bytes: 37 for each")
                .doesNotContain("irq/pkt"); // no host of this run has interrupts of its own: no column for them
    }

    @Test
    void thePageHasTheSectionWithItsChartsAndTables() {
        String page = HtmlReport.of(Analysis.of(busy()));
        assertThat(page)
                .contains(
                        "<section id=\"time\">",
                        "href=\"#time\"",
                        "\"kind\":\"parts\"",
                        "CPU time of one Gbit, iperf3-tcp")
                .contains("vxlan0 of the client was given packets of 56,384 bytes on average");
    }

    @Test
    void theMarkdownHasTheSameTables() {
        String markdown = MarkdownReport.of(Analysis.of(busy()));
        assertThat(markdown).contains("## Where the time goes", "| packets | of | 1000/s |");
        List<String> heads =
                markdown.lines().filter(line -> line.startsWith("| CPU, %")).toList();
        assertThat(heads).hasSize(2); // one a workload
    }

    @Test
    void aRunWithoutCountersHasNoSuchSection() {
        Analysis analysis =
                HandMadeRun.of("host", "nat").valid("host", 10).valid("nat", 8).analysis();
        assertThat(HtmlReport.of(analysis)).doesNotContain("id=\"time\"", "href=\"#time\"");
        assertThat(MarkdownReport.of(analysis)).doesNotContain("Where the time goes");
    }
}
