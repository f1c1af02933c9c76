package io.tare.workload;

import static io.tare.result.Verdict.Level.INVALID;
import static io.tare.result.Verdict.Level.NOTE;
import static io.tare.result.Verdict.Level.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.host.ExecResult;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Debian's wrk 4.1.0 and wrk2, recorded over loopback. */
class WrkOutputTest {
    @Test
    void wrkInAClosedLoop() {
        Reading reading = new Wrk("wrk").with(Map.of()).read(Recorded.output("wrk.txt"));
        Map<String, Double> metrics = Recorded.metrics(reading);
        assertThat(metrics)
                .containsEntry("latency", 1.16)
                .containsEntry("latency.stddev", 0.86)
                .containsEntry("latency.p50", 0.92)
                .containsEntry("latency.p99", 4.72)
                .containsEntry("operations", 89094.06)
                .doesNotContainKeys("rate", "latency.p99.9");
        assertThat(Recorded.metric(reading, "throughput")).isCloseTo(107.40 * 1024, within(0.01));
        assertThat(Recorded.levels(reading)).containsEntry("answers", OK).containsEntry("duration", OK);
    }

    @Test
    void wrk2AtARate() {
        Reading reading = new Wrk("wrk2").with(Map.of()).read(Recorded.output("wrk2.txt"));
        Map<String, Double> metrics = Recorded.metrics(reading);
        assertThat(Recorded.metric(reading, "latency")).isCloseTo(0.84559, within(1e-9));
        assertThat(Recorded.metric(reading, "latency.p50")).isCloseTo(0.83, within(1e-9));
        assertThat(metrics).containsEntry("latency.p99", 2.12).containsEntry("rate", 2892.85);
        assertThat(Recorded.levels(reading))
                .as("a median below the tick of wrk2's timer is told, a rate that was not reached counts")
                .containsEntry("timer", NOTE)
                .containsEntry("rate", INVALID);
    }

    @Test
    void wrk2OnAPageThatIsNotThere() {
        Workload wrk2 = new Wrk("wrk2").with(Map.of("rate", "2000"));
        Reading reading = wrk2.read(Recorded.output("wrk2-404.txt"));
        assertThat(Recorded.levels(reading))
                .containsEntry("status", INVALID)
                .containsEntry("answers", INVALID)
                .containsEntry("rate", INVALID);
        assertThat(Recorded.metrics(reading)).containsEntry("errors", 3808.0);
    }

    @Test
    void socketErrorsAreErrors() {
        String some = Recorded.text("wrk.txt")
                .replace("Requests/sec", "  Socket errors: connect 0, read 900, write 0, timeout 3\nRequests/sec");
        Reading reading =
                WrkOutput.of(new ExecResult(0, some, "", Duration.ZERO)).reading(0);
        assertThat(Recorded.levels(reading)).containsEntry("errors", INVALID);
        assertThat(Recorded.metrics(reading)).containsEntry("errors", 903.0);
    }

    @Test
    void aToolThatCouldNotConnectIsAFailedTrial() {
        ExecResult refused =
                new ExecResult(1, "", "unable to connect to 127.0.0.1:21997 Connection refused", Duration.ZERO);
        assertThatThrownBy(() -> WrkOutput.of(refused))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void aToolIsLookedForWhereTheStudySays() {
        assertThat(new Wrk("wrk2")
                        .with(Map.of("program", "/opt/bin/wrk"))
                        .spec()
                        .client())
                .satisfies(client -> {
                    assertThat(client.tool()).isEqualTo("/opt/bin/wrk");
                    assertThat(client.command().getFirst()).isEqualTo("/opt/tare/tools/wrk2");
                    assertThat(client.gate()).contains("/opt/tare/tools/wrk2", "tare-http-get");
                });
        assertThat(new Wrk("wrk").with(Map.of("image", "mine")).spec().client().image())
                .isEqualTo("mine");
    }

    @Test
    void memtierIsReadByItsTable() {
        Reading reading = new Memtier().with(Map.of()).read(Recorded.output("memtier.txt"));
        assertThat(Recorded.metrics(reading))
                .containsEntry("throughput", 3657.04)
                .containsEntry("operations", 125122.92)
                .containsEntry("latency", 1.60167)
                .containsEntry("latency.p99", 10.239)
                .containsEntry("set_latency", 1.55855)
                .containsEntry("get_latency", 1.60603)
                .containsEntry("misses", 113649.66);
        assertThat(Recorded.levels(reading)).containsEntry("misses", NOTE).containsEntry("answers", OK);
    }
}
