package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.report.AgainstRow.Agreement;
import io.tare.study.Better;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AgainstTest {
    private static final double[] HOST = {100, 101, 99, 102, 98, 100};

    @Test
    void ofARecordedRunEveryTableAndFigureIsThereOrMissingWithItsReason() {
        Against against = haruna(RecordedRuns.haruna2019Short());
        assertThat(against.tables()).hasSize(16);
        assertThat(against.tables())
                .filteredOn(t -> !t.missing().isEmpty())
                .extracting(t -> t.published().number())
                .containsExactly("5.12");
        assertThat(table(against, "5.12").missing()).contains("host nginx-1mb: 6 invalid");
        assertThat(table(against, "6.1").rows().get(2).missing()).contains("no tuning rps of overlay");
        assertThat(against.figures())
                .hasSize(23)
                .allSatisfy(f -> assertThat(f.parts())
                        .isNotEmpty()
                        .allSatisfy(p -> assertThat(p.place().isPresent())
                                .as(f.title())
                                .isEqualTo(p.missing().isEmpty())));
        assertThat(AgainstWords.summary(against)).startsWith("15 of 16 tables and ");
    }

    @Test
    void changesAreReadAgainstThePublishedOnes() {
        Against against = haruna(RecordedRuns.haruna2019Short());
        assertThat(table(against, "5.1").rows())
                .extracting(AgainstRow::agreement)
                .containsExactly(Agreement.BASELINE, Agreement.TOO_FEW, Agreement.ALIKE, Agreement.SMALLER);
        assertThat(table(against, "5.1").says())
                .contains("Likely: weave was carried by a stand-in, fastdp-equivalent.")
                .anyMatch(s -> s.startsWith("The order is not the published one: there host, nat, overlay, weave"))
                .anyMatch(s -> s.contains("Of those that changed places no two are told apart in both."));
        assertThat(table(against, "5.11").says())
                .anyMatch(s -> s.contains("standard deviation of"))
                .anyMatch(s -> s.contains("404"))
                .anyMatch(s -> s.contains("the other way round; the table is taken"));
    }

    @Test
    void theScatterOfTheSamplesIsAReasonWhereNothingIsClear() {
        Against against = haruna(RecordedRuns.chapter6Noisy());
        AgainstTable table = table(against, "6.1");
        assertThat(table.rows())
                .extracting(AgainstRow::agreement)
                .containsExactly(
                        Agreement.NOT_CLEAR_HERE, Agreement.NOT_CLEAR_HERE, Agreement.TOO_FEW, Agreement.TOO_FEW);
        assertThat(table.says())
                .contains(
                        "Likely: 6 samples of overlay with a standard deviation of 117% of their mean show only large differences.")
                .anyMatch(s -> s.contains("5 transactions a client"));
        assertThat(against.figures().getLast().words("here"))
                .isEqualTo("missing, no valid sample has CPU figures of the hosts");
    }

    @Test
    void steeringThatGaveNothingBackIsExplainedByItsCounters() {
        AgainstTable table = table(haruna(RecordedRuns.rpsInVain()), "6.1");
        assertThat(table.rows().get(2).agreement()).isEqualTo(Agreement.OTHER_WAY);
        assertThat(table.says())
                .contains("Likely: overlay kept no CPU busy (the fullest of the machine: 33%, 5% in softirq), so that"
                        + " overlay+rps had little to spread; waking another CPU 2,212 times a second made it 1.43 × the receive"
                        + " softirqs and 1.09 × the CPU time for the same work.");
    }

    @Test
    void aChangeIsAlikeSmallerLargerTurnedOrUnclear() {
        Map<Agreement, double[]> nat = Map.of(
                Agreement.ALIKE, new double[] {92, 92.4, 91.6, 92.1, 91.9, 92},
                Agreement.SMALLER, new double[] {96, 96.1, 95.9, 96.05, 95.95, 96},
                Agreement.LARGER, new double[] {50, 51, 49, 50.5, 49.5, 50},
                Agreement.OTHER_WAY, new double[] {150, 151, 149, 150.5, 149.5, 150},
                Agreement.NOT_CLEAR_HERE, new double[] {100.2, 101.1, 98.7, 102.2, 97.5, 100.1},
                Agreement.TOO_FEW, new double[] {92, 93},
                Agreement.MISSING, new double[0]);
        nat.forEach((agreement, values) -> {
            Against against = haruna(HandMadeRun.of("host", "nat")
                    .valid("host", HOST)
                    .valid("nat", values)
                    .run());
            assertThat(table(against, "5.1").rows().get(1).agreement())
                    .as(agreement.toString())
                    .isEqualTo(agreement);
        });
    }

    @Test
    void anInversionThatIsClearInBothIsSaid() {
        Against against = haruna(HandMadeRun.of("host", "nat", "overlay")
                .valid("host", HOST)
                .valid("nat", 20, 21, 19, 20.5, 19.5, 20)
                .valid("overlay", 60, 61, 59, 60.5, 59.5, 60)
                .run());
        assertThat(table(against, "5.1").says().getFirst())
                .isEqualTo("The order is not the published one: there host, nat, overlay; here host, overlay, nat."
                        + " Clear in both: overlay is ahead of nat here.");
    }

    @Test
    void aTuningIsComparedWithItsOwnMode() {
        Against against = haruna(HandMadeRun.of("host", "overlay")
                .workload("postgresql-300")
                .metric("latency", Better.LOWER)
                .valid("host", HOST)
                .valid("overlay", 200, 201, 199, 202, 198, 200)
                .valid("overlay+rps", 150, 151, 149, 152, 148, 150)
                .run());
        AgainstRow tuned = table(against, "6.1").rows().get(2);
        assertThat(tuned.ratio().orElseThrow().of()).isEqualTo("overlay");
        assertThat(tuned.change().orElseThrow().ratio()).isEqualTo(0.75);
        assertThat(tuned.agreement()).isEqualTo(Agreement.ALIKE);
        assertThat(AgainstCells.rows(table(against, "6.1")).get(2)).contains("0.73 × overlay [0.59, 0.91]");
    }

    @Test
    void nothingIsComparedWithAnotherBaseline() {
        Against against = haruna(HandMadeRun.of("nat", "host")
                .valid("host", HOST)
                .valid("nat", HOST)
                .run());
        assertThat(against.compared()).isZero();
        assertThat(table(against, "5.1").rows().get(1).missing()).isEqualTo("the run's baseline is nat, not host");
    }

    @Test
    void anEmptyRunHasEveryReason() {
        Against against = haruna(HandMadeRun.of("host", "nat").run());
        assertThat(against.tables()).allSatisfy(t -> assertThat(t.missing()).isNotEmpty());
        assertThat(table(against, "5.1").missing()).contains("host iperf3-tcp").contains("no mode overlay");
        assertThat(AgainstWords.summary(against)).startsWith("0 of 16 tables and 0 of 23 figures are here.");
    }

    @Test
    void everyLinkOfThePageAndOfTheMarkdownLeadsSomewhere() {
        Analysis analysis = Analysis.of(RecordedRuns.haruna2019Short());
        Optional<Against> against = Optional.of(haruna(analysis));
        for (String text : List.of(HtmlReport.of(analysis, against), MarkdownReport.of(analysis, against))) {
            Matcher link =
                    Pattern.compile("href=\"#([^\"]+)\"|\\]\\(#([^)]+)\\)").matcher(text);
            int links = 0;
            while (link.find()) {
                links++;
                String place = link.group(1) == null ? link.group(2) : link.group(1);
                assertThat(text).as(place).contains("id=\"" + place + "\"");
            }
            assertThat(links).isGreaterThan(30);
        }
    }

    @Test
    void theCsvHasARowForEveryPublishedOne() throws IOException {
        StringBuilder csv = new StringBuilder();
        AgainstCsv.write(haruna(RecordedRuns.haruna2019Short()), csv);
        assertThat(csv.toString().lines())
                .hasSize(1 + 16 * 4)
                .allSatisfy(line -> assertThat(line.replaceAll("\"[^\"]*\"", "").split(",", -1))
                        .hasSize(21));
        assertThat(csv).contains("5.1,iperf3-tcp,throughput,overlay,none,host,Mbit/s,3148.266,422.759,0.2273");
    }

    private static Against haruna(io.tare.result.RecordedRun run) {
        return haruna(Analysis.of(run));
    }

    private static Against haruna(Analysis analysis) {
        return Against.of(analysis, PublishedStudies.open("haruna2019"));
    }

    private static AgainstTable table(Against against, String number) {
        return against.tables().stream()
                .filter(t -> t.published().number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
