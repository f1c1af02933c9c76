package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tare.report.MetricTable.Weight;
import io.tare.stats.Comparison;
import io.tare.stats.Summary;
import io.tare.study.Better;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final double[] HOST = {10, 12, 14, 16, 18, 20};
    private static final double[] OVERLAY = {5, 6, 7, 8, 9, 10};

    @Test
    void aRowIsWhatIsComputedByHand() {
        MetricTable table = HandMadeRun.of("host", "overlay")
                .valid("host", HOST)
                .valid("overlay", OVERLAY)
                .table();
        Summary host = table.rows().get(0).summary().orElseThrow();
        assertThat(host.mean()).isEqualTo(15);
        assertThat(host.stddev()).isCloseTo(Math.sqrt(70.0 / 5), within(1e-12));
        assertThat(host.median()).isEqualTo(15);
        assertThat(table.rows().get(0).medianInterval().orElseThrow().contains(15))
                .isTrue();
        assertThat(table.rows().get(0).change()).isEmpty();
        Comparison overlay = table.rows().get(1).change().orElseThrow();
        assertThat(overlay.ratio()).isEqualTo(0.5);
        // of 36 pairs the overlay's value is below in 35 and equal in one
        assertThat(overlay.effect()).isCloseTo(-35.0 / 36, within(1e-12));
        assertThat(overlay.interval().orElseThrow().contains(0.5)).isTrue();
        assertThat(overlay.significant()).isTrue();
    }

    @Test
    void significanceIsCorrectedOverTheRowsOfTheTable() {
        MetricTable table = HandMadeRun.of("host", "nat", "overlay")
                .valid("host", HOST)
                .valid("nat", 11, 12.5, 14.5, 16.5, 17, 21)
                .valid("overlay", OVERLAY)
                .table();
        Comparison nat = table.rows().get(1).change().orElseThrow();
        Comparison overlay = table.rows().get(2).change().orElseThrow();
        assertThat(overlay.pHolm()).isCloseTo(2 * overlay.p(), within(1e-12));
        assertThat(nat.pHolm()).isCloseTo(nat.p(), within(1e-12));
        assertThat(nat.significant()).isFalse();
    }

    @Test
    void invalidAndFailedSamplesAreCountedAndNotAveragedIn() {
        Analysis analysis = HandMadeRun.of("host")
                .valid("host", 10, 20)
                .invalid("host", "duration", 1_000)
                .failed("host", "iperf3: the server ended during the test")
                .failed("host", "iperf3: the server ended during the test")
                .analysis();
        CellRow row = analysis.workloads().getFirst().tables().getFirst().rows().getFirst();
        assertThat(row.summary().orElseThrow().mean()).isEqualTo(15);
        assertThat(row.excluded()).isEqualTo(new Excluded(1, 2, 0));
        assertThat(row.excluded()).hasToString("1 invalid, 2 failed");
        assertThat(row.apart()).containsExactly(new Point(3, 1_000));
        assertThat(analysis.verdicts()).extracting(VerdictCount::level).containsExactly("failed", "invalid");
        assertThat(analysis.verdicts().getFirst().trialList()).isEqualTo("4, 5");
    }

    @Test
    void ofManyTrialsTheFirstAreNamedAndTheRestCounted() {
        HandMadeRun run = HandMadeRun.of("host");
        for (int i = 0; i < 15; i++) {
            run.noted("host", "loss", 10);
        }
        VerdictCount loss = run.analysis().verdicts().getFirst();
        assertThat(loss.count()).isEqualTo(15);
        assertThat(loss.trialList()).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more");
    }

    @Test
    void belowSixSamplesThereIsNoInterval() {
        MetricTable table = HandMadeRun.of("host", "nat")
                .valid("host", HOST)
                .valid("nat", 9, 9, 9, 9, 9)
                .table();
        assertThat(table.rows().get(0).interval()).isPresent();
        assertThat(table.rows().get(1).interval()).isEmpty();
        assertThat(table.rows().get(1).change().orElseThrow().interval()).isEmpty();
    }

    @Test
    void aValueThatIsNoNumberIsMissing() {
        CellRow row = HandMadeRun.of("host")
                .valid("host", 10, Double.NaN, Double.POSITIVE_INFINITY, 20)
                .table()
                .rows()
                .getFirst();
        assertThat(row.excluded()).isEqualTo(new Excluded(0, 0, 2));
        assertThat(row.summary().orElseThrow().mean()).isEqualTo(15);
    }

    @Test
    void aRowDoesNotDependOnOtherRows() {
        MetricTable alone = HandMadeRun.of("host").valid("host", HOST).table();
        MetricTable among = HandMadeRun.of("host", "nat")
                .valid("nat", OVERLAY)
                .valid("host", HOST)
                .table();
        assertThat(among.rows().getFirst().interval())
                .isEqualTo(alone.rows().getFirst().interval());
    }

    @Test
    void aMetricThatDescribesIsNotJudged() {
        MetricTable table = HandMadeRun.of("host", "nat")
                .metric("rate", Better.NEITHER)
                .valid("host", HOST)
                .valid("nat", OVERLAY)
                .table();
        assertThat(table.judged()).isFalse();
        assertThat(table.rows()).allMatch(row -> row.change().isEmpty());
    }

    @Test
    void aWorkloadOfAUsersOwnIsStoodForByItsFirstJudgedMetric() {
        MetricTable table = HandMadeRun.of("host")
                .workload("my-queue")
                .metric("messages", Better.HIGHER)
                .valid("host", HOST)
                .table();
        assertThat(table.weight()).isEqualTo(Weight.MAIN);
    }

    @Test
    void withoutABaselineNothingIsCompared() {
        Analysis analysis = HandMadeRun.of("host", "nat")
                .failed("host", "no route")
                .valid("nat", OVERLAY)
                .analysis();
        MetricTable table = analysis.workloads().getFirst().tables().getFirst();
        assertThat(table.rows().get(0).points()).isEmpty();
        assertThat(table.rows().get(1).change()).isEmpty();
        assertThat(Finding.of(analysis.workloads().getFirst())).isEmpty();
    }

    @Test
    void aMissingBaselineIsToldInEveryFormat() {
        Analysis analysis = HandMadeRun.of("host", "nat")
                .failed("host", "no route")
                .valid("nat", OVERLAY)
                .analysis();
        String says = "omparisons are missing because the baseline, host, has no valid sample (1 failed).";
        assertThat(MarkdownReport.of(analysis)).contains("- C" + says);
        assertThat(HtmlReport.of(analysis)).contains("iperf3-tcp: c" + says);
        assertThat(TextReport.of(analysis).render(200, false)).contains("  C" + says);
        assertThat(MarkdownReport.of(HandMadeRun.of("host", "nat")
                        .valid("host", 1)
                        .valid("nat", 1)
                        .analysis()))
                .doesNotContain("omparisons are missing");
    }

    @Test
    void aMissingIntervalIsBlamedOnWhoLacksTheSamples() {
        assertThat(noInterval(new double[] {1, 2}, OVERLAY))
                .isEqualTo("2 samples of host: too few for an interval, which takes 6");
        assertThat(noInterval(HOST, 5)).isEqualTo("1 sample: too few for an interval, which takes 6");
        assertThat(noInterval(new double[] {0, 0, 0, 0, 0, 3}, OVERLAY))
                .isEqualTo("host is too near zero for an interval");
    }

    private static String noInterval(double[] host, double... nat) {
        MetricTable table = HandMadeRun.of("host", "nat")
                .valid("host", host)
                .valid("nat", nat)
                .table();
        CellRow row = table.rows().get(1);
        assertThat(row.change().orElseThrow().interval()).isEmpty();
        return table.noInterval(row);
    }

    @Test
    void aFindingIsASentence() {
        WorkloadResults results = HandMadeRun.of("host", "nat", "overlay")
                .valid("host", HOST)
                .valid("nat", 11, 12.5, 14.5, 16.5, 17, 21)
                .valid("overlay", 5, 6, 7)
                .analysis()
                .workloads()
                .getFirst();
        assertThat(Finding.of(results).get(0).says())
                .matches("nat carries 1\\.03 × host \\[0\\.\\d+, 1\\.\\d+], no clear difference");
        assertThat(Finding.of(results).get(1).says())
                .isEqualTo("overlay carries 0.40 × host (3 samples: too few for an interval, which takes 6)");
    }
}
