package io.tare.workload;

import static io.tare.result.Verdict.Level.INVALID;
import static io.tare.result.Verdict.Level.NOTE;
import static io.tare.result.Verdict.Level.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.host.ExecResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL 17's pgbench, recorded: 10 clients at 100/s, 1 s omitted and 2 s measured, and 20 clients of 5 transactions each. */
class PgbenchOutputTest {
    private final Workload at300 = new Postgresql(300).with(Map.of());

    @Test
    void theLastTwoSecondsOfTheLogAreMeasured() {
        Reading reading = PgbenchOutput.of(Recorded.output("pgbench-rate.txt")).reading(100);
        assertThat(reading.seconds()).isEqualTo(2);
        assertThat(reading.begun()).isEqualTo(Instant.ofEpochSecond(1795564389, 253_690_000));
        assertThat(Recorded.metric(reading, "tps")).isCloseTo(100, within(30.0));
        assertThat(Recorded.levels(reading))
                .containsEntry("duration", OK)
                .containsEntry("rate", OK)
                .containsEntry("errors", OK)
                .containsEntry("percentiles", NOTE);
        assertThat(Recorded.histogram(reading, "all").getTotalCount())
                .isEqualTo(Math.round(Recorded.metric(reading, "tps") * 2));
    }

    @Test
    void whatIsMeasuredWholeIsWhatPgbenchSays() {
        Reading reading =
                PgbenchOutput.of(Recorded.output("pgbench-transactions.txt")).reading(300);
        String said = Recorded.text("pgbench-transactions.txt");
        assertThat(Recorded.metric(reading, "latency")).isCloseTo(after(said, "latency average = "), within(0.01));
        assertThat(Recorded.metric(reading, "latency.stddev")).isCloseTo(after(said, "latency stddev = "), within(0.3));
        assertThat(Recorded.metric(reading, "lag"))
                .isCloseTo(after(said, "rate limit schedule lag: avg "), within(0.01));
        assertThat(Recorded.metric(reading, "raw.latency"))
                .isCloseTo(Recorded.metric(reading, "latency") - Recorded.metric(reading, "lag"), within(0.01));
        assertThat(Recorded.histogram(reading, "raw").getTotalCount()).isEqualTo(100);
    }

    @Test
    void fiveTransactionsOfTwentyClientsAreTooShort() {
        Reading reading =
                PgbenchOutput.of(Recorded.output("pgbench-transactions.txt")).reading(300);
        assertThat(reading.seconds()).isLessThan(0.6);
        assertThat(Recorded.levels(reading)).containsEntry("duration", INVALID);
        assertThat(Recorded.metrics(reading)).doesNotContainKeys("latency.p99", "latency.p99.9");
    }

    @Test
    void aRateThatIsNotReachedIsToldFromOneThatFallsShortByChance() {
        PgbenchOutput output = PgbenchOutput.of(Recorded.output("pgbench-rate.txt"));
        assertThat(Recorded.levels(output.reading(100))).containsEntry("rate", OK);
        assertThat(Recorded.levels(output.reading(200))).containsEntry("rate", INVALID);
    }

    @Test
    void aTransactionThatFailedIsAnError() {
        String some = Recorded.text("pgbench-rate.txt").replaceFirst("\n3 1 4642 ", "\n3 1 failed ");
        PgbenchOutput output = PgbenchOutput.of(new ExecResult(0, some, "", Duration.ZERO));
        assertThat(output.failed()).isEqualTo(1);
        assertThat(Recorded.levels(output.reading(100))).containsEntry("errors", INVALID);
    }

    @Test
    void aServerWithoutRoomForAllClientsIsSaidSo() {
        ExecResult output =
                new ExecResult(1, "window all\n", Recorded.text("pgbench-too-many-clients.err"), Duration.ZERO);
        assertThatThrownBy(() -> at300.read(output))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("sorry, too many clients already");
    }

    @Test
    void aServerThatStopsInTheMiddleGivesNoNumbers() {
        ExecResult output = new ExecResult(
                2, Recorded.text("pgbench-stopped.txt"), Recorded.text("pgbench-stopped.err"), Duration.ZERO);
        assertThatThrownBy(() -> at300.read(output))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("perhaps the backend died while processing");
    }

    @Test
    void aLogWithoutATransactionGivesNoNumbers() {
        ExecResult output = new ExecResult(0, "window all\n", "", Duration.ZERO);
        assertThatThrownBy(() -> at300.read(output)).hasMessageContaining("no transaction");
    }

    private static double after(String text, String words) {
        String rest = text.substring(text.indexOf(words) + words.length());
        return Double.parseDouble(rest.split("[ \\n]", 2)[0]);
    }
}
