package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.result.Verdict.Level;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Iperf3Test {
    private static final Workload TCP = new Iperf3Tcp().with(Map.of());
    private static final Workload UDP = new Iperf3Udp().with(Map.of());

    private static double value(Reading reading, String metric) {
        return reading.metrics().stream()
                .filter(m -> m.metric().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Verdict verdict(Reading reading, String name) {
        return reading.verdicts().stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Throughput is what the server received, not what the client sent: 19.96 of 20.03 Gbit/s in the first recording. */
    @ParameterizedTest
    @CsvSource({
        "iperf3-3.12-tcp.json, 19961.735, 2, 1.0013, 34.94",
        "iperf3-3.18-tcp.json, 20514.152, 2, 1.0017, 9.87",
        "iperf3-3.12-streams.json, 14923.553, 6, 1.0050, 25.79",
        "iperf3-3.18-streams.json, 45663.324, 13, 1.0009, 61.26"
    })
    void tcpIsReadAsReceived(String file, double megabits, double retransmits, double seconds, double cpu) {
        Reading reading = TCP.read(Recorded.output(file));
        assertThat(value(reading, "throughput")).isCloseTo(megabits, within(0.001));
        assertThat(value(reading, "retransmits")).isEqualTo(retransmits);
        assertThat(value(reading, "iperf3.cpu.client")).isCloseTo(cpu, within(0.01));
        assertThat(reading.seconds()).isCloseTo(seconds, within(0.0001)); // omitted ones are not in it
        assertThat(reading.verdicts()).extracting(Verdict::level).containsOnly(Level.OK);
    }

    /** {@code sum} repeats the sender's bytes in every version; what arrived is in {@code sum_received}. */
    @ParameterizedTest
    @CsvSource({
        "iperf3-3.12-udp.json, 511.872, 60.2314, 1287.217, NOTE",
        "iperf3-3.18-udp.json, 1155.403, 48.0448, 2224.217, NOTE",
        "iperf3-3.12-udp-rate.json, 39.862, 0, 39.987, OK",
        "iperf3-3.18-udp-rate.json, 39.989, 0, 39.981, OK"
    })
    void udpIsReadAsReceivedWithItsLossAndOfferedRate(
            String file, double received, double loss, double offered, Level level) {
        Reading reading = UDP.read(Recorded.output(file));
        assertThat(value(reading, "throughput")).isCloseTo(received, within(0.001));
        assertThat(value(reading, "loss")).isCloseTo(loss, within(0.0001));
        assertThat(value(reading, "rate")).isCloseTo(offered, within(0.001));
        assertThat(value(reading, "jitter")).isBetween(0.0, 1.0);
        assertThat(verdict(reading, "loss").level()).isEqualTo(level);
    }

    /** iperf3 3.12 ends with exit code 0 whatever happened: what it says in its JSON counts. */
    @ParameterizedTest
    @CsvSource({
        "iperf3-3.12-busy.json, one client at a time",
        "iperf3-3.18-busy.json, one client at a time",
        "iperf3-3.12-refused.json, nothing listens there",
        "iperf3-3.18-refused.json, nothing listens there",
        "iperf3-3.12-killed.json, the server ended during the test",
        "iperf3-3.18-killed.json, the server ended during the test",
        "iperf3-3.18-unreachable.json, has no route to the server"
    })
    void itsErrorsAreExplained(String file, String explanation) {
        assertThatThrownBy(() -> TCP.read(Recorded.output(file)))
                .isInstanceOf(WorkloadException.class)
                .hasMessageStartingWith("iperf3: ")
                .hasMessageContaining(explanation);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
    void outputCutShortIsAFailedTrial(double share) {
        String whole = Recorded.text("iperf3-3.18-tcp.json").strip();
        String part = whole.substring(0, (int) (whole.length() * share));
        assertThatThrownBy(() -> TCP.read(Recorded.printed(137, part)))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining("no whole JSON (" + part.length() + " characters");
    }

    @Test
    void noOutputIsToldWithWhatStoodOnStandardError() {
        ExecResult nothing = new ExecResult(126, "", "iperf3: permission denied\n", Duration.ZERO);
        assertThatThrownBy(() -> UDP.read(nothing))
                .hasMessage("iperf3 printed nothing and ended with exit code 126: iperf3: permission denied");
    }

    @Test
    void aTestThatEndedEarlyIsNotCounted() {
        String half = Recorded.text("iperf3-3.18-tcp.json").replaceAll("\"duration\":\\s*1,", "\"duration\": 4,");
        assertThat(verdict(TCP.read(Recorded.printed(0, half)), "duration").level())
                .isEqualTo(Level.INVALID);
    }

    @Test
    void nothingReceivedIsNotZeroThroughput() {
        String silent = Recorded.text("iperf3-3.18-udp.json").replace("144636920", "0");
        assertThat(verdict(UDP.read(Recorded.printed(0, silent)), "bytes").level())
                .isEqualTo(Level.INVALID);
    }

    /** From 3.16 on every stream has a thread of its own: 190% of a CPU is the limit of two streams, not of three. */
    @Test
    void saturationCountsIperf3sThreads() {
        String three = Recorded.text("iperf3-3.18-streams.json").replaceAll("(\"host_total\":\\s*)[0-9.]+", "$1190.0");
        assertThat(verdict(TCP.read(Recorded.printed(0, three)), "client-saturated")
                        .level())
                .isEqualTo(Level.OK);
        String two = three.replaceAll("(\"num_streams\":\\s*)3", "$12");
        assertThat(verdict(TCP.read(Recorded.printed(0, two)), "client-saturated")
                        .level())
                .isEqualTo(Level.NOTE);
        String old = three.replace("iperf 3.18", "iperf 3.12");
        assertThat(verdict(TCP.read(Recorded.printed(0, old)), "client-saturated")
                        .level())
                .isEqualTo(Level.NOTE);
    }

    @Test
    void whatAllStreamsOfferIsKnown() {
        assertThat(TCP.offers()).as("all it can").isZero();
        assertThat(new Iperf3Tcp().with(Map.of("rate", "1.5G", "streams", "4")).offers())
                .isEqualTo(6000);
        assertThat(new Iperf3Udp().with(Map.of("rate", "250m")).offers()).isEqualTo(250);
        assertThat(new Iperf3Udp().with(Map.of("rate", "500K")).offers()).isEqualTo(0.5);
        assertThat(new Iperf3Udp().with(Map.of("rate", "8000000")).offers()).isEqualTo(8);
    }

    /** Recorded at 40 Mbit/s, in both versions. */
    @ParameterizedTest
    @ValueSource(strings = {"iperf3-3.12-udp-rate.json", "iperf3-3.18-udp-rate.json"})
    void aRateThatWasNotSentIsInvalid(String file) {
        Workload kept = new Iperf3Udp().with(Map.of("rate", "40M"));
        assertThat(verdict(kept.read(Recorded.output(file)), "rate").level()).isEqualTo(Level.OK);
        Workload missed = new Iperf3Udp().with(Map.of("rate", "20500K", "streams", "2"));
        assertThat(verdict(missed.read(Recorded.output(file)), "rate").level()).isEqualTo(Level.INVALID);
        assertThat(UDP.read(Recorded.output(file)).verdicts())
                .noneMatch(v -> v.name().equals("rate"));
    }

    @Test
    void parametersReachTheCommandAndPresetsFillTheRest() {
        assertThat(new Iperf3Udp().with(Map.of("rate", "500M")).spec().client().command())
                .containsSequence("--udp", "--parallel", "1", "--length", "1340", "--bitrate", "500M");
        assertThat(TCP.spec().client().command())
                .containsSequence("--client", "{server}", "--port", "{port}", "--json", "--time", "{seconds}");
        assertThat(TCP.spec().server().protocols()).containsExactly("tcp");
        assertThat(UDP.spec().server().protocols()).containsExactly("tcp", "udp"); // its control connection is TCP
    }
}
