package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.Series;
import io.tare.result.Verdict.Level;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded with {@code iperf3-both.sh} over loopback: {@code … 1 0.5 1 2}, and {@code … 2 0.5 0 1} for two streams. */
class ThroughputOverTimeTest {
    private static final Workload OVER_TIME = new ThroughputOverTime().with(Map.of());

    private static Series series(Reading reading, String name) {
        return reading.series().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Both directions as received: 20,782 and 27,954 Mbit/s in iperf3's own sums. */
    @Test
    void bothDirectionsAreReadAsReceived() {
        Reading reading = OVER_TIME.read(Recorded.output("iperf3-3.18-both.json"));
        assertThat(Recorded.metric(reading, "upload_throughput")).isCloseTo(20_781.523, within(0.001));
        assertThat(Recorded.metric(reading, "download_throughput")).isCloseTo(27_954.231, within(0.001));
        assertThat(Recorded.metric(reading, "upload_retransmits")).isEqualTo(18);
        assertThat(Recorded.metric(reading, "download_retransmits")).isEqualTo(3);
        assertThat(reading.seconds()).isCloseTo(2.003804 + 2.001408, within(1e-6));
        assertThat(Recorded.levels(reading).values()).containsOnly(Level.OK);
    }

    /** 954,466,304 bytes in the first 0.501217 s after the omitted ones, where iperf3's own figure says half of it. */
    @Test
    void anIntervalIsWhatArrivedSinceTheOneBefore() {
        Reading reading = OVER_TIME.read(Recorded.output("iperf3-3.18-both.json"));
        Series upload = series(reading, "upload_throughput");
        assertThat(upload.step()).isEqualTo(0.5);
        assertThat(upload.values()).hasSize(4); // what was left, 0.7 ms, is no interval
        assertThat(upload.values().getFirst()).isCloseTo(954_466_304 * 8e-6 / 0.501217, within(1e-6));
        assertThat(upload.values().get(1)).isCloseTo(1_498_939_392 * 8e-6 / (1.000057 - 0.501217), within(1e-6));
        assertThat(Recorded.metric(reading, "upload.least"))
                .isEqualTo(upload.values().getFirst());
        // 100 sd(v) / mean(v) of the four
        assertThat(Recorded.metric(reading, "upload.variation")).isCloseTo(20.229, within(0.01));
        assertThat(series(reading, "download_throughput").values()).hasSize(4);
    }

    @Test
    void theMeanOfTheIntervalsIsThatOfTheWhole() {
        Reading reading = OVER_TIME.read(Recorded.output("iperf3-3.18-both-streams.json"));
        for (String way : new String[] {"upload_throughput", "download_throughput"}) {
            double mean = series(reading, way).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(Recorded.metric(reading, way), within(0.01 * mean));
        }
    }

    @Test
    void anIntervalThatIsMissingOrEmptyIsTold() {
        String text = Recorded.text("iperf3-3.18-both-streams.json");
        Reading shorter = OVER_TIME.read(Recorded.printed(0, text.replaceAll("(\"duration\":\\s*)1,", "$12,")));
        assertThat(Recorded.levels(shorter)).containsEntry("download-intervals", Level.INVALID);
        Reading silent = OVER_TIME.read(Recorded.printed(0, text.replaceAll("(\"bytes\":\\s*)2373320704", "$10")));
        assertThat(Recorded.levels(silent))
                .containsEntry("download-silence", Level.NOTE)
                .containsEntry("upload-silence", Level.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "iperf3-3.18-both-killed.json, the server has terminated",
        "iperf3-3.18-both-refused.json, the server ended during the test"
    })
    void anErrorOfEitherDirectionFailsTheTrial(String file, String says) {
        assertThatThrownBy(() -> OVER_TIME.read(Recorded.output(file)))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining(says);
    }

    @Test
    void outputCutShortIsAFailedTrial() {
        String part = Recorded.text("iperf3-3.18-both.json").substring(0, 9000);
        assertThatThrownBy(() -> OVER_TIME.read(Recorded.printed(137, part)))
                .hasMessageContaining("no whole JSON (9000 characters");
    }

    @Test
    void clientAndServerCountTheSameIntervals() {
        Workload tenths = new ThroughputOverTime().with(Map.of("interval", "0.1", "streams", "4"));
        assertThat(tenths.spec().server().command()).containsSequence("--interval", "0.1");
        assertThat(tenths.spec().client().command())
                .containsExactly("tare-iperf3-both", "{server}", "{port}", "4", "0.1", "{omit}", "{seconds}");
        assertThat(tenths.passes()).isEqualTo(2);
    }
}
