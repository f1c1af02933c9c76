package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.explain.CellTime;
import io.tare.explain.Explanation;
import io.tare.explain.HostFigures;
import io.tare.result.HostCounters.CpuTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private final CellTime untouched = cell("overlay");
    private final CellTime tuned = cell("overlay+rps");

    @Test
    void whereNoCpuWasFullSteeringOnlyTook() {
        assertThat(new Steering(untouched, tuned).inVain().orElseThrow()).startsWith("no CPU of overlay was full");
    }

    @Test
    void whereACpuWasFullItIsNotInVain() {
        assertThat(new Steering(filled(untouched), tuned).inVain()).isEmpty();
    }

    @Test
    void whereNothingWasSteeredOrAsMuchBeforeThereIsNothingToSay() {
        assertThat(new Steering(untouched, untouched).inVain()).isEmpty();
        assertThat(new Steering(tuned, tuned).inVain()).isEmpty();
    }

    /** The same with its fullest CPU busy for 95% of the time. */
    private static CellTime filled(CellTime cell) {
        List<HostFigures> hosts = cell.hosts().stream()
                .map(h -> new HostFigures(h.counters(), h.work(), List.of(new CpuTime(10, 15, 70, 0, 0, 0, 5))))
                .toList();
        return new CellTime(
                cell.cell(), cell.dataPath(), cell.work(), cell.samples(), hosts, cell.profiles(), cell.bottlenecks());
    }

    private static CellTime cell(String label) {
        return Explanation.of(RecordedRuns.rpsInVain()).cells().stream()
                .filter(c -> c.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
