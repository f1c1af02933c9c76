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

    @Test
    void whatIsNotInItIsSaid() {
        RunFigures some = ARun.of("some", 1)
                .cell("host", "throughput", Better.HIGHER, 1, 2, 3)
                .figures();
        RunFigures none = ARun.of("none", 1).failed("host", 3).figures();
        Trend trend = Trend.of("throughput", List.of(some, none));
        assertThat(trend.series().getFirst().points()).hasSize(1);
        assertThat(trend.left())
                .containsExactly(
                        "none has no valid value of 'throughput'",
                        "host iperf3-tcp: 1 runs; changes are looked for from 6 on");
        assertThat(Trend.of("thruput", List.of(some)).series()).isEmpty();
    }
}
