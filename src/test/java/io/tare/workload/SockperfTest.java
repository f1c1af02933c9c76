package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.Verdict;
import io.tare.result.Verdict.Level;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded with {@code sockperf.sh} over loopback, one second measured; ping-pong's arguments were {@code … tcp ping-pong 64 0 0 1}. */
class SockperfTest {
    private static final Workload PING_PONG = new Sockperf(Sockperf.PING_PONG).with(Map.of());

    private static Workload underLoad(String protocol, String rate) {
        return new Sockperf(Sockperf.UNDER_LOAD).with(Map.of("protocol", protocol, "rate", rate));
    }

    /** sockperf's own figures in ms, over half a second more: 0.050462 mean, 0.049874, 0.074381, 0.113049. */
    @Test
    void roundTripsOfTheMeasuredSecondAreReadWithTheirPercentiles() {
        Reading reading = PING_PONG.read(Recorded.output("sockperf-pingpong-tcp.txt"));
        assertThat(Recorded.metric(reading, "latency")).isCloseTo(0.0505, within(0.002));
        assertThat(Recorded.metric(reading, "latency.p50")).isCloseTo(0.0499, within(0.001));
        assertThat(Recorded.metric(reading, "latency.p99")).isCloseTo(0.0744, within(0.003));
        assertThat(Recorded.metric(reading, "latency.p99.9")).isCloseTo(0.113, within(0.02));
        assertThat(Recorded.metric(reading, "round_trips"))
                .isEqualTo((double) Recorded.histogram(reading, "all").getTotalCount())
                .isBetween(18_000.0, 21_000.0);
        assertThat(reading.seconds()).isEqualTo(1);
        assertThat(reading.begun()).isEqualTo(Instant.parse("2026-11-25T02:17:34.049134292Z"));
        assertThat(Recorded.levels(reading).values()).containsOnly(Level.OK);
    }

    @Test
    void aRateIsHeldAgainstWhatWasAsked() {
        Reading kept = underLoad("udp", "2000").read(Recorded.output("sockperf-underload-udp.txt"));
        assertThat(Recorded.metric(kept, "rate")).isCloseTo(6001 / 3.0, within(0.1));
        assertThat(Recorded.histogram(kept, "all").getTotalCount()).isEqualTo(2000);
        assertThat(Recorded.levels(kept)).containsEntry("rate", Level.OK).containsEntry("loss", Level.OK);
        Reading missed = underLoad("udp", "2100").read(Recorded.output("sockperf-underload-udp.txt"));
        assertThat(Recorded.levels(missed)).containsEntry("rate", Level.INVALID);
    }

    @Test
    void lostDatagramsAreToldAndLostTcpIsNoMeasurement() {
        Reading datagrams = underLoad("udp", "1000").read(Recorded.output("sockperf-underload-lost.txt"));
        assertThat(Recorded.metric(datagrams, "loss")).isCloseTo(100.0 * 15 / 1549, within(1e-9));
        assertThat(Recorded.levels(datagrams)).containsEntry("loss", Level.NOTE).containsEntry("order", Level.OK);
        Reading stream = underLoad("tcp", "1000").read(Recorded.output("sockperf-underload-lost.txt"));
        assertThat(Recorded.levels(stream)).containsEntry("loss", Level.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"duplicated, duplicates, came back twice", "out-of-order, order, came back out of order"})
    void othersThanOnceAndInOrderAreNotes(String printed, String verdict, String says) {
        String told = Recorded.text("sockperf-underload-udp.txt")
                .replace("# " + printed + " messages = 0", "# " + printed + " messages = 7");
        Reading reading = underLoad("udp", "2000").read(Recorded.printed(0, told));
        assertThat(reading.verdicts())
                .filteredOn(v -> v.name().equals(verdict))
                .singleElement()
                .satisfies(v -> assertThat(v.level()).isEqualTo(Level.NOTE))
                .extracting(Verdict::finding)
                .asString()
                .startsWith("7 of 5099 messages")
                .endsWith(says);
    }

    /** A datagram that is lost in ping-pong is waited for until the end. */
    @Test
    void pingPongThatStoodStillIsNotCounted() {
        String still = Recorded.text("sockperf-pingpong-lost-later.txt")
                .replaceAll("(?m)^window (\\S+) \\S+ 1 1$", "window $1 3.0 0 1");
        assertThat(Recorded.levels(PING_PONG.read(Recorded.printed(0, still))))
                .containsEntry("duration", Level.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "sockperf-refused.txt, Connection refused",
        "sockperf-nobody.txt, Is the server down?",
        "sockperf-killed.txt, forcibly closed by a peer",
        "sockperf-pingpong-lost.txt, sockperf waits for it for ever"
    })
    void whatSockperfSaysIsTold(String file, String says) {
        assertThatThrownBy(() -> PING_PONG.read(Recorded.output(file)))
                .isInstanceOf(WorkloadException.class)
                .hasMessageContaining(says);
    }

    @Test
    void parametersReachTheCommand() {
        Workload load = new Sockperf(Sockperf.UNDER_LOAD).with(Map.of("protocol", "udp", "size", "1K", "rate", "5000"));
        assertThat(load.spec().client().command())
                .containsExactly(
                        "tare-sockperf",
                        "{server}",
                        "{port}",
                        "udp",
                        "under-load",
                        "1024",
                        "5000",
                        "{omit}",
                        "{seconds}");
        assertThat(load.spec().server().command()).doesNotContain("--tcp");
        assertThat(load.spec().server().protocols()).containsExactly("udp");
        assertThat(load.offers()).isEqualTo(5000 * 1024 * 8e-6);
        assertThat(PING_PONG.spec().server().command()).contains("--tcp");
        assertThat(PING_PONG.offers()).isZero();
    }
}
