package io.tare.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RunFigures;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void theCellThatSlowedDownIsFoundAndTheOtherIsNot() {
        List<RunFigures> runs = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            runs.add(ARun.of("run-%02d".formatted(i), i)
                    .ofStudy("nightly")
                    .cell("host", "throughput", Better.HIGHER, ARun.about(15_000, 6, i))
                    .cell("overlay", "throughput", Better.HIGHER, ARun.about(i < 9 ? 4000 : 3600, 6, 50 + i))
                    .figures());
        }
        Trend trend = Trend.of("throughput", runs);
        assertThat(trend.series()).hasSize(2);
        assertThat(trend.series().getFirst().changes()).isEmpty();
        assertThat(trend.series().getLast().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.at()).isEqualTo(9));
        assertThat(trend.left()).isEmpty();
    }

    /** The level differs from study to study and from unit to unit, and none of them changed. */
    @Test
    void aChangeOfStudyOrUnitIsNoChangeOfLevel() {
        List<RunFigures> runs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String unit = i < 16 ? "Mbit/s" : "Gbit/s";
            double[] values = ARun.about(i < 8 ? 15_000 : i < 16 ? 9_000 : 9, 6, i);
            runs.add(ARun.of("run-%02d".formatted(i), i)
                    .ofStudy(i < 8 ? "nightly" : "weekly")
                    .cell("host", List.of(ARun.figures("throughput", unit, Better.HIGHER, values)), 6)
                    .figures());
        }
        Trend trend = Trend.of("throughput", runs);
        assertThat(trend.series())
                .extracting(s -> s.study() + " " + s.unit() + " " + s.points().size())
                .containsExactly("nightly Mbit/s 8", "weekly Mbit/s 8", "weekly Gbit/s 8");
        assertThat(trend.series()).allSatisfy(s -> assertThat(s.changes()).isEmpty());
        assertThat(trend.left()).isEmpty();
    }

    /** Twenty other studies of one run each share no alarm with the one that has runs enough. */
    @Test
    void studiesOfTooFewRunsTakeNoPowerFromTheOthers() {
        List<RunFigures> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            runs.add(ARun.of("run-%02d".formatted(i), i)
                    .ofStudy("nightly")
                    .cell("host", "throughput", Better.HIGHER, ARun.about(i < 6 ? 4000 : 3600, 6, i))
                    .figures());
        }
        List<Trend.Series> alone = Trend.of("throughput", runs).series();
        for (int i = 0; i < 20; i++) {
            runs.add(ARun.of("other-%02d".formatted(i), i)
                    .cell("host", "throughput", Better.HIGHER, 1, 2, 3)
                    .figures());
        }
        Trend trend = Trend.of("throughput", runs);
        assertThat(alone.getFirst().changes()).hasSize(1);
        assertThat(trend.series()).hasSize(21).contains(alone.getFirst());
    }

    @Test
    void whatIsNotInItIsSaid() {
        RunFigures some = ARun.of("some", 1)
                .ofStudy("nightly")
                .cell("host", "throughput", Better.HIGHER, 1, 2, 3)
                .cell("nat", "throughput", Better.HIGHER, 1, 2, 3)
                .figures();
        RunFigures part = ARun.of("part", 1)
                .ofStudy("nightly")
                .cell("host", "throughput", Better.HIGHER, 1, 2, 3)
                .failed("nat", 3)
                .figures();
        RunFigures fewer = ARun.of("fewer", 1)
                .ofStudy("nightly")
                .cell("host", "throughput", Better.HIGHER, 1, 2, 3)
                .figures();
        RunFigures none = ARun.of("none", 1).failed("host", 3).figures();
        RunFigures other =
                ARun.of("other", 1).cell("host", "latency", Better.LOWER, 1).figures();
        RunFigures huge = ARun.of("huge", 1)
                .cell("host", "throughput", Better.HIGHER, Double.MAX_VALUE, Double.MAX_VALUE)
                .figures();
        Trend trend = Trend.of("throughput", List.of(some, part, fewer, none, other, huge));
        assertThat(trend.series()).extracting(s -> s.points().size()).containsExactly(3, 1);
        assertThat(trend.series()).noneMatch(Trend.Series::searched);
        assertThat(trend.left())
                .containsExactlyInAnyOrder(
                        "part: nat iperf3-tcp: no valid sample (of its samples 0 are invalid and 3 failed)",
                        "fewer: nat iperf3-tcp: it has no such cell",
                        "none: no valid sample (host iperf3-tcp: of its samples 0 are invalid and 3 failed)",
                        "other: none of its cells has 'throughput'",
                        "huge: host iperf3-tcp: its values of 'throughput' are too large for a mean");
        assertThat(Trend.of("thruput", List.of(some)).series()).isEmpty();
    }
}
