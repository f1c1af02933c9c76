package io.tare.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.compare.CellChange.Way;
import io.tare.result.RunFigures;
import io.tare.study.Better;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final double[] SAME = ARun.about(4000, 8, 1);

    private static RunFigures base() {
        return ARun.of("base", 1)
                .cell("host", "throughput", Better.HIGHER, ARun.about(15_000, 8, 2))
                .cell("overlay", "throughput", Better.HIGHER, SAME)
                .figures();
    }

    private static RunFigures slower(double share) {
        return ARun.of("new", 1)
                .cell("host", "throughput", Better.HIGHER, ARun.about(15_000, 8, 3))
                .cell("overlay", "throughput", Better.HIGHER, ARun.about(4000 * share, 8, 4))
                .figures();
    }

    @Test
    void aTenPercentSlowdownIsFoundWithItsIntervalAndNoOther() {
        RunComparison comparison = RunComparison.of(base(), slower(0.9), List.of());
        assertThat(comparison.changes()).extracting(CellChange::way).containsExactly(Way.UNCLEAR, Way.WORSE);
        CellChange overlay = comparison.changes().getLast();
        assertThat(overlay.percent()).isBetween(-10.6, -9.4);
        assertThat(overlay.worse()).isBetween(9.4, 10.6);
        assertThat(overlay.interval()).hasValueSatisfying(i -> {
            assertThat(i.contains(overlay.percent())).isTrue();
            assertThat(i.high() - i.low()).isBetween(0.1, 2.0);
        });
    }

    @Test
    void lessIsBetterOfALatency() {
        RunFigures base = ARun.of("base", 1)
                .cell("host", "latency", Better.LOWER, ARun.about(2, 8, 1))
                .figures();
        RunFigures now = ARun.of("new", 2)
                .cell("host", "latency", Better.LOWER, ARun.about(1.8, 8, 2))
                .figures();
        assertThat(RunComparison.of(base, now, List.of()).changes().getFirst().way())
                .isEqualTo(Way.BETTER);
        assertThat(RunComparison.of(now, base, List.of()).changes().getFirst().way())
                .isEqualTo(Way.WORSE);
    }

    @Test
    void aRunAgainstItselfShowsNothing() {
        RunComparison comparison = RunComparison.of(base(), base(), List.of(Gate.parse("throughput > 0%")));
        assertThat(comparison.changes()).allSatisfy(c -> {
            assertThat(c.percent()).isZero();
            assertThat(c.way()).isEqualTo(Way.UNCLEAR);
        });
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.gates()).extracting(GateResult::state).containsOnly(GateResult.State.PASSED);
    }

    @Test
    void whatDiffersBetweenTheTestbedsIsSaidOnceForBothHosts() {
        RunFigures now = ARun.of("new", 1)
                .on(Map.of("kernel", "6.13.1", "offloads on", "tso, gro", "MTU", "9000"))
                .cell("overlay", "throughput", Better.HIGHER, SAME)
                .figures();
        assertThat(RunComparison.of(base(), now, List.of()).differences())
                .containsExactlyInAnyOrder(
                        new TestbedDifference("both hosts", "kernel", "6.12.48", "6.13.1"),
                        new TestbedDifference("both hosts", "offloads on", "gso", ""),
                        new TestbedDifference("both hosts", "MTU", "", "9000"));
    }

    @Test
    void cellsAndMetricsThatOneRunLacksAreNamed() {
        RunFigures now = ARun.of("new", 1)
                .cell("host", List.of(ARun.figures("throughput", "Gbit/s", Better.HIGHER, 15, 15, 15)), 3)
                .failed("overlay", 4)
                .cell("weave", "throughput", Better.HIGHER, 1, 2, 3)
                .figures();
        RunComparison comparison = RunComparison.of(base(), now, List.of());
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.unmatched())
                .containsExactly(
                        "throughput of host iperf3-tcp: in Mbit/s in the base run and in Gbit/s in the new one",
                        "overlay iperf3-tcp: no valid sample in the new run (of its samples 0 are invalid and 4 failed)",
                        "weave iperf3-tcp: only in the new run");
    }

    @Test
    void zeroNegativeAndHugeValuesHaveTheSignTheyShould() {
        assertThat(change(new double[] {0, 0, 0, 0, 0, 0}, new double[] {3, 4, 5, 3, 4, 5}))
                .satisfies(c -> assertThat(c.percent()).isEqualTo(Double.POSITIVE_INFINITY))
                .satisfies(c -> assertThat(c.interval()).isEmpty())
                .satisfies(c -> assertThat(c.way()).isEqualTo(Way.BETTER));
        assertThat(change(new double[] {-10, -11, -9, -10, -10, -10}, new double[] {-5, -5.5, -4.5, -5, -5.2, -4.8}))
                .satisfies(c -> assertThat(c.percent()).isBetween(49.0, 51.0))
                .satisfies(c -> assertThat(c.way()).isEqualTo(Way.BETTER))
                .satisfies(
                        c -> assertThat(c.interval().orElseThrow().contains(50)).isTrue());
        double[] huge = DoubleStream.generate(() -> 1e308).limit(6).toArray();
        assertThat(change(huge, new double[] {1, 2, 3, 4, 5, 6}))
                .satisfies(c -> assertThat(c.percent()).isNaN())
                .satisfies(c -> assertThat(c.interval()).isEmpty());
        assertThat(change(new double[] {0, 0, 0}, new double[] {0, 0, 0}).percent())
                .isZero();
    }

    /** With 40 other metrics in its family a change in six samples could not be significant; a gate takes it out of there. */
    @Test
    void whatAGateWatchesIsCorrectedAmongItsOwn() {
        RunComparison plain = RunComparison.of(many(1), many(0.9), List.of());
        RunComparison gated = RunComparison.of(many(1), many(0.9), List.of(Gate.parse("m7 > 5%")));
        assertThat(plain.count(Way.WORSE)).isZero();
        assertThat(gated.changes().stream().filter(c -> c.way() == Way.WORSE))
                .extracting(CellChange::metric)
                .containsExactly("m7");
    }

    private static RunFigures many(double share) {
        return ARun.of("many", 1)
                .cell(
                        "host",
                        java.util.stream.IntStream.range(0, 40)
                                .mapToObj(i -> ARun.figures(
                                        "m" + i, "x", Better.HIGHER, ARun.about(i == 7 ? share : 1, 6, i + 1)))
                                .toList(),
                        6)
                .figures();
    }

    private static CellChange change(double[] before, double[] after) {
        return RunComparison.of(
                        ARun.of("base", 1)
                                .cell("host", "throughput", Better.HIGHER, before)
                                .figures(),
                        ARun.of("new", 1)
                                .cell("host", "throughput", Better.HIGHER, after)
                                .figures(),
                        List.of())
                .changes()
                .getFirst();
    }
}
