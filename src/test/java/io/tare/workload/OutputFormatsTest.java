package io.tare.workload;

import static io.tare.result.Verdict.Level.INVALID;
import static io.tare.result.Verdict.Level.NOTE;
import static io.tare.result.Verdict.Level.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.study.Better;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other tools left, recorded over loopback: iperf3 3.12 and 3.18, pgbench 15, wrk, wrk2 and memtier_benchmark of 2026. */
class OutputFormatsTest {
    @ParameterizedTest
    @CsvSource({
        "iperf3-3.12-tcp.json, iperf3-tcp",
        "iperf3-3.18-udp-rate.json, iperf3-udp",
        "iperf3-3.18-streams.json, iperf3-tcp",
        "pgbench-summary.txt, pgbench",
        "pgbench-log.18078, pgbench",
        "pgbench-intervals.18085, pgbench",
        "wrk.txt, wrk",
        "wrk2.txt, wrk2",
        "memtier.txt, memtier",
        "memtier.json, memtier"
    })
    void aFileIsKnownByWhatStandsInIt(String file, String workload) {
        FoundTrial trial = only(file, 0);
        assertThat(trial.workload()).isEqualTo(workload);
        assertThat(reading(trial).metrics()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-7.0.csv", "sockperf-3.7.txt", "load-http.json"})
    void whatIsOfAnotherToolIsNotTakenForOne(String file) {
        assertThat(OutputFormats.of(Recorded.text(file))).isEmpty();
    }

    @Test
    void iperf3SaysWhatItWasToldAndWhen() {
        FoundTrial trial = only("iperf3-3.18-udp-rate.json", 0);
        assertThat(trial.settings()).containsEntry("streams", "2").containsEntry("rate", "20000000");
        assertThat(trial.started()).isEqualTo(Instant.ofEpochSecond(1795562410));
        assertThat(Recorded.levels(reading(trial))).as("both streams' rate").containsKey("rate");
    }

    @Test
    void resultsThatWereAppendedToOneFileAreOneTrialEach() {
        String text = Recorded.text("iperf3-3.12-tcp.json") + Recorded.text("iperf3-3.12-streams.json");
        assertThat(read(text, 0)).hasSize(2);
    }

    @Test
    void aTestThatFailedIsAFailedTrialAndNoBrokenFile() {
        FoundTrial refused = only("iperf3-3.18-refused.json", 0);
        assertThat(refused.reading()).isNull();
        assertThat(refused.failure()).contains("Connection refused", "nothing listens there");
    }

    @Test
    void theServersViewAndBothDirectionsAtOnceAreNotRead() {
        assertThatThrownBy(() -> only("iperf3-3.12-server.json", 0)).hasMessageContaining("server's view");
        assertThatThrownBy(() -> only("iperf3-3.12-bidir.json", 0)).hasMessageContaining("--bidir");
    }

    @Test
    void pgbenchsSummaryHasMeansAndNoPercentiles() {
        Reading reading = reading(only("pgbench-summary.txt", 0));
        assertThat(Recorded.metrics(reading))
                .containsEntry("latency", 0.999)
                .containsEntry("tps", 4003.527514)
                .hasSize(2);
        assertThat(reading.seconds()).isEqualTo(2);
        assertThat(better(reading, "tps")).isEqualTo(Better.HIGHER);
        assertThat(reading(only("pgbench-summary-transactions.txt", 0)).seconds())
                .as("2,000 transactions at their rate")
                .isCloseTo(0.1144, within(1e-4));
    }

    @Test
    void aRateMakesTransactionsASecondNoResult() {
        FoundTrial trial = only("pgbench-summary-rate.txt", 200);
        assertThat(better(reading(trial), "tps")).isEqualTo(Better.NEITHER);
        assertThat(Recorded.levels(reading(trial))).containsEntry("rate", OK);
        assertThat(Recorded.levels(reading(only("pgbench-summary-rate.txt", 400))))
                .containsEntry("rate", INVALID);
        assertThat(Recorded.levels(reading(only("pgbench-summary-rate.txt", 0))))
                .doesNotContainKey("rate");
    }

    @Test
    void theLogsOfAllThreadsTogetherSayWhatPgbenchSaid() {
        String both = Recorded.text("pgbench-log.18078") + Recorded.text("pgbench-log.18078.1");
        Reading reading = reading(read(both, 0).getFirst());
        Reading said = reading(only("pgbench-log.txt", 0));
        assertThat(Recorded.metric(reading, "latency")).isCloseTo(Recorded.metric(said, "latency"), within(0.001));
        assertThat(Recorded.metric(reading, "lag")).isCloseTo(Recorded.metric(said, "lag"), within(0.001));
        assertThat(Recorded.metric(reading, "tps")).isCloseTo(Recorded.metric(said, "tps"), within(2.0));
        assertThat(Recorded.histogram(reading, "all").getTotalCount()).isEqualTo(213);
        assertThat(better(reading, "tps")).isEqualTo(Better.NEITHER);
    }

    @Test
    void theLogsOfIntervalsTogetherSayWhatPgbenchSaid() {
        String both = Recorded.text("pgbench-intervals.18085") + Recorded.text("pgbench-intervals.18085.1");
        Reading reading = reading(read(both, 0).getFirst());
        Reading said = reading(only("pgbench-intervals.txt", 0));
        assertThat(Recorded.metric(reading, "latency")).isCloseTo(Recorded.metric(said, "latency"), within(0.01));
        assertThat(Recorded.metric(reading, "tps"))
                .as("of the three whole seconds, within a tenth of that of all five")
                .isCloseTo(Recorded.metric(said, "tps"), within(412.0));
        assertThat(reading.series().getFirst().values()).hasSize(3);
        assertThat(better(reading, "tps")).isEqualTo(Better.HIGHER);
        FoundTrial limited = only("pgbench-intervals-rate.18099", 0);
        assertThat(Recorded.metrics(reading(limited))).containsKey("lag");
        assertThat(limited.settings()).containsEntry("rate", "kept");
    }

    @Test
    void aLineOfALogThatIsNotWholeIsFound() {
        String log = Recorded.text("pgbench-log.18078");
        OutputFormat format = OutputFormats.of(log).orElseThrow();
        assertThat(format.brokenLines(log)).isEmpty();
        assertThat(format.brokenLines(log.replaceFirst("\n1 1 1670 ", "\n1 1 x670 ")))
                .containsExactly(2);
        long lines = log.lines().count();
        assertThat(format.brokenLines(log.substring(0, log.length() - 2)))
                .as("a number that lost its last digit looks whole")
                .containsExactly((int) lines);
    }

    @Test
    void theSpectrumOfWrk2BecomesAHistogram() {
        Reading reading = reading(only("wrk2.txt", 0));
        assertThat(Recorded.histogram(reading, "all").getTotalCount()).isEqualTo(8676);
        assertThat(Recorded.histogram(reading, "all").getValueAtPercentile(50) / 1e6)
                .isCloseTo(Recorded.metric(reading, "latency.p50"), within(0.01));
        Reading both = reading(only("wrk2-uncorrected.txt", 0));
        assertThat(Recorded.metric(both, "latency.p50")).as("the corrected one").isEqualTo(1.05);
        assertThat(Recorded.histogram(both, "all").getTotalCount()).isEqualTo(4484);
        assertThat(Recorded.histogram(both, "raw").getValueAtPercentile(50) / 1e6)
                .isCloseTo(0.094, within(0.001));
    }

    @Test
    void wrksClosedLoopIsSaid() {
        assertThat(Recorded.levels(reading(only("wrk.txt", 0)))).containsEntry("coordinated-omission", NOTE);
        assertThat(Recorded.levels(reading(only("wrk2.txt", 0)))).doesNotContainKey("coordinated-omission");
        assertThat(Recorded.levels(reading(only("wrk2.txt", 3000)))).containsEntry("rate", INVALID);
    }

    @Test
    void memtiersTwoFormsSayTheSame() {
        Reading table = reading(only("memtier-beside.txt", 0));
        Reading json = reading(only("memtier.json", 0));
        for (String metric : List.of("throughput", "operations", "latency.p50", "latency.p99", "misses")) {
            assertThat(Recorded.metric(json, metric)).as(metric).isEqualTo(Recorded.metric(table, metric));
        }
        assertThat(Recorded.metric(json, "latency"))
                .as("the JSON says 0 for it; its sum has it")
                .isCloseTo(Recorded.metric(table, "latency"), within(0.001));
        assertThat(Recorded.metric(json, "get_latency"))
                .isCloseTo(Recorded.metric(table, "get_latency"), within(0.001));
        assertThat(Recorded.histogram(json, "all").getTotalCount()).isEqualTo(187351);
        assertThat(Recorded.levels(json))
                .containsEntry("coordinated-omission", NOTE)
                .containsEntry("misses", NOTE);
    }

    @Test
    void aRateThatMemtierKeptIsCheckedByItself() {
        Reading reading = reading(only("memtier-rate.json", 0));
        assertThat(Recorded.metrics(reading)).containsKey("rate").doesNotContainKey("operations");
        assertThat(Recorded.levels(reading)).containsEntry("rate", OK).doesNotContainKey("coordinated-omission");
    }

    @Test
    void memtierWithoutAServerIsInvalid() {
        assertThat(Recorded.levels(reading(only("memtier-refused.txt", 0)))).containsEntry("answers", INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memtier-averages.json", "memtier-averages.txt"})
    void averagesOfRunsAreNoSamples(String file) {
        assertThatThrownBy(() -> only(file, 0))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("best, the worst and the average");
    }

    @ParameterizedTest
    @CsvSource({
        "iperf3-3.12-tcp.json, cut off",
        "memtier.json, cut off",
        "memtier.txt, cut off",
        "wrk.txt, cut off",
        "wrk2.txt, cut off",
        "pgbench-summary.txt, cut off"
    })
    void whatIsCutOffSaysSo(String file, String says) {
        String text = Recorded.text(file);
        int end = text.length() * 7 / 10;
        assertThatThrownBy(() -> read(text.substring(0, end), 0))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining(says);
    }

    private static List<FoundTrial> read(String text, double offered) {
        return OutputFormats.of(text).orElseThrow().read(text, offered);
    }

    private static FoundTrial only(String file, double offered) {
        List<FoundTrial> trials = read(Recorded.text(file), offered);
        assertThat(trials).hasSize(1);
        return trials.getFirst();
    }

    private static Reading reading(FoundTrial trial) {
        return Objects.requireNonNull(trial.reading(), trial.failure());
    }

    private static Better better(Reading reading, String metric) {
        return reading.metrics().stream()
                .filter(m -> m.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .better();
    }
}
