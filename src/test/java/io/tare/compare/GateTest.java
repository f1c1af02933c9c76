package io.tare.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tare.compare.GateResult.State;
import io.tare.result.RunFigures;
import io.tare.study.Better;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    @ParameterizedTest
    @CsvSource({
        "latency.p99 > 5%, latency.p99 > 5%",
        "  memcached-text:throughput>2.5 %, memcached-text:throughput > 2.5%",
        "loss > 0%, loss > 0%"
    })
    void readsTheForm(String text, String read) {
        assertThat(Gate.parse(text)).hasToString(read);
        assertThat(Gate.parse(Gate.parse(text).toString())).isEqualTo(Gate.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latency | it lacks '> N%'",
                "latency > 5 | the limit lacks its '%'",
                "latency < 5% | it can only say '>'",
                "latency >= 5% | it can only say '>'",
                "> 5% | it lacks the metric",
                "latency > -5% | must not be negative",
                "latency > 1e3% | it does not read",
                "latency > 2000% | the percentage is 0 to 1000",
                "a b > 5% | it does not read"
            })
    void saysWhatIsWrong(String text, String mistake) {
        assertThatIllegalArgumentException().isThrownBy(() -> Gate.parse(text)).withMessageContaining(mistake);
    }

    @Test
    void failsOnlyWhatIsSignificantAndLarger() {
        assertThat(state(8, 0.90, "throughput > 5%")).isEqualTo(State.FAILED);
        assertThat(state(8, 0.90, "throughput > 15%")).isEqualTo(State.PASSED);
        assertThat(state(8, 1.10, "throughput > 5%")).isEqualTo(State.PASSED);
        assertThat(state(8, 0.999, "throughput > 0%")).isEqualTo(State.PASSED);
    }

    @Test
    void threeSamplesCanShowNothingAndAreNotPassed() {
        assertThat(state(3, 0.5, "throughput > 5%")).isEqualTo(State.UNDECIDED);
        assertThat(state(1, 0.5, "throughput > 5%")).isEqualTo(State.UNDECIDED);
    }

    @Test
    void aCellThatTheNewRunLacksIsNotPassed() {
        RunFigures base = run(8, 1);
        RunFigures now = ARun.of("new", 2).failed("overlay", 3).figures();
        List<GateResult> results = RunComparison.of(base, now, List.of(Gate.parse("throughput > 5%")))
                .gates();
        assertThat(results).singleElement().satisfies(r -> {
            assertThat(r.state()).isEqualTo(State.UNDECIDED);
            assertThat(r.says()).contains("the new run has no valid value of it", "3 failed");
        });
    }

    @Test
    void aGateThatCanWatchNothingIsAMistake() {
        assertRefused("thruput > 5%", "neither run has the metric 'thruput'; there are throughput");
        assertRefused("redis:throughput > 5%", "neither run has the workload 'redis'; there are iperf3-tcp");
        RunFigures rate =
                ARun.of("base", 1).cell("host", "rate", Better.NEITHER, 1, 2, 3).figures();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunComparison.of(rate, rate, List.of(Gate.parse("rate > 5%"))))
                .withMessageContaining("neither more nor less is worse");
    }

    private static void assertRefused(String gate, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunComparison.of(run(8, 1), run(8, 1), List.of(Gate.parse(gate))))
                .withMessageContaining(why);
    }

    private static State state(int samples, double share, String gate) {
        return RunComparison.of(run(samples, 1), run(samples, share), List.of(Gate.parse(gate)))
                .gates()
                .getFirst()
                .state();
    }

    private static RunFigures run(int samples, double share) {
        return ARun.of("run", 1)
                .cell("overlay", "throughput", Better.HIGHER, ARun.about(4000 * share, samples, share == 1 ? 7 : 8))
                .figures();
    }
}
