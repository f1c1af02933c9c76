package io.tare.workload;

import static io.tare.result.Verdict.Level.INVALID;
import static io.tare.result.Verdict.Level.NOTE;
import static io.tare.result.Verdict.Level.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.host.ExecResult;
import io.tare.study.Better;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tare's own generators, recorded: memcached at 500/s, a page of 1 KB at 1,000/s, and a page that is not there. */
class LoadOutputTest {
    private final Workload memcached = new Memcached("binary").with(Map.of());
    private final Workload nginx = new Nginx("nginx-1kb", "1K").with(Map.of());

    @Test
    void memcachedHasSetsAndGetsApart() {
        Reading reading = memcached.read(Recorded.output("load-memcached.json"));
        Map<String, Double> metrics = Recorded.metrics(reading);
        assertThat(Recorded.metric(reading, "throughput")).isCloseTo(46.03, within(0.01));
        assertThat(Recorded.metric(reading, "operations")).isCloseTo(500, within(0.1));
        assertThat(Recorded.metric(reading, "latency")).isCloseTo(1.748, within(0.001));
        assertThat(metrics).containsKeys("set_latency", "get_latency", "get_latency.p50", "raw.latency.p50");
        assertThat(metrics).containsEntry("errors", 0.0).containsEntry("misses", 0.0);
        assertThat(reading.begun()).isEqualTo(Instant.parse("2026-11-24T23:53:28.161924748Z"));
        assertThat(reading.seconds()).isCloseTo(1, within(0.001));
    }

    @Test
    void histogramsAreTheGeneratorsOwnAndAddUp() {
        Reading reading = memcached.read(Recorded.output("load-memcached.json"));
        assertThat(reading.histograms()).containsOnlyKeys("all", "set", "get", "raw");
        assertThat(Recorded.histogram(reading, "all").getTotalCount()).isEqualTo(500);
        assertThat(Recorded.histogram(reading, "set").getTotalCount()
                        + Recorded.histogram(reading, "get").getTotalCount())
                .isEqualTo(500);
        assertThat(Recorded.histogram(reading, "raw").getMean())
                .isLessThanOrEqualTo(Recorded.histogram(reading, "all").getMean());
    }

    @Test
    void aPercentileThatTooFewOperationsCarryIsLeftOut() {
        Reading reading = memcached.read(Recorded.output("load-memcached.json"));
        assertThat(Recorded.metrics(reading)).containsKey("latency.p90").doesNotContainKey("latency.p99");
        assertThat(reading.verdicts())
                .anySatisfy(verdict -> assertThat(verdict.finding())
                        .isEqualTo("500 operations are too few for p99, p99.9, left out: fewer than 10 lie beyond"));
    }

    @Test
    void aPageServedRightIsSaidSo() {
        Reading reading = nginx.read(Recorded.output("load-http.json"));
        assertThat(Recorded.levels(reading))
                .containsEntry("answers", OK)
                .containsEntry("errors", OK)
                .containsEntry("status", OK)
                .containsEntry("length", OK)
                .containsEntry("duration", OK);
        assertThat(Recorded.metrics(reading)).containsKeys("rate", "latency", "latency.p90", "throughput");
    }

    @Test
    void atAConstantRateNoModeIsBetterForTheThroughputThatWasOffered() {
        String paced = Recorded.text("load-memcached.json");
        String unpaced = paced.replace("\"offered\": 500", "\"offered\": null");
        assertThat(unpaced).isNotEqualTo(paced);
        assertThat(memcached.read(Recorded.printed(0, paced)).metrics())
                .anyMatch(m -> m.metric().equals("throughput") && m.better() == Better.NEITHER);
        assertThat(memcached.read(Recorded.printed(0, unpaced)).metrics())
                .anyMatch(m -> m.metric().equals("throughput") && m.better() == Better.HIGHER);
    }

    @Test
    void aPageThatIsNotThereIsInvalidByItsStatusAndHasNoLatency() {
        ExecResult output = new ExecResult(1, Recorded.text("load-404.json"), "There was not one…", Duration.ZERO);
        Reading reading = nginx.read(output);
        assertThat(Recorded.levels(reading))
                .containsEntry("status", INVALID)
                .containsEntry("answers", INVALID)
                .containsEntry("errors", OK);
        assertThat(reading.verdicts())
                .anySatisfy(verdict -> assertThat(verdict.finding()).contains("HTTP/1.1 404 Not Found"));
        assertThat(Recorded.metrics(reading)).doesNotContainKey("latency").containsEntry("errors", 62.0);
        assertThat(reading.histograms()).isEmpty();
    }

    @Test
    void aValueOfAnotherLengthIsInvalidByItsLength() {
        String shorter = Recorded.text("load-memcached.json").replace("\"length\": 0", "\"length\": 3");
        Reading reading = memcached.read(Recorded.printed(0, shorter));
        assertThat(Recorded.levels(reading)).containsEntry("length", INVALID).containsEntry("errors", OK);
        assertThat(Recorded.levels(memcached.read(Recorded.output("load-memcached.json"))))
                .containsEntry("length", OK);
    }

    @Test
    void missesWeighMoreWhereEveryKeyWasSet() {
        String missing = Recorded.text("load-memcached.json").replace("\"misses\": 0", "\"misses\": 100");
        ExecResult output = new ExecResult(0, missing, "", Duration.ZERO);
        assertThat(Recorded.levels(memcached.read(output))).containsEntry("misses", INVALID);
        Workload unfilled = new Memcached("binary").with(Map.of("pre-fill", "false"));
        assertThat(Recorded.levels(unfilled.read(output))).containsEntry("misses", NOTE);
    }

    @Test
    void aGeneratorThatStoodStillForTooLongMeasuredItself() {
        String stood =
                Recorded.text("load-http.json").replaceFirst("\"longest_ns\": \\d+", "\"longest_ns\": 400000000");
        assertThat(Recorded.levels(nginx.read(new ExecResult(0, stood, "", Duration.ZERO))))
                .containsEntry("pauses", INVALID);
    }

    @Test
    void aGeneratorThatCouldNotConnectIsAFailedTrial() {
        ExecResult output =
                new ExecResult(1, "", "No connection to 10.0.0.1:80 could be made: refused.", Duration.ZERO);
        assertThatThrownBy(() -> nginx.read(output))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("No connection to 10.0.0.1:80");
    }

    @Test
    void outputCutShortAnotherFormatAndABrokenHistogramAreRefused() {
        String whole = Recorded.text("load-http.json");
        for (String broken : new String[] {
            whole.substring(0, whole.length() / 2),
            whole.replace("\"format\": 1", "\"format\": 2"),
            whole.replaceFirst("\"histogram\": \"HIST", "\"histogram\": \"TSIH"),
            whole.replaceFirst("\"started\": \"2026", "\"started\": \"then"),
        }) {
            assertThatThrownBy(() -> nginx.read(new ExecResult(0, broken, "", Duration.ZERO)))
                    .isInstanceOf(WorkloadException.class);
        }
    }
}
