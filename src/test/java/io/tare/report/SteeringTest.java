package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.explain.CellTime;
import io.tare.explain.HostFigures;
import io.tare.explain.Work;
import io.tare.result.HostCounters.CpuTime;
import io.tare.study.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteeringTest {
    private final Analysis analysis = Analysis.of(RecordedRuns.rpsInVain());
    private final CellTime untouched = cell("none");
    private final CellTime tuned = cell("rps");

    @Test
    void whereNoCpuWasBusySteeringOnlyTook() {
        Steering steering = Steering.of(analysis, tuned.cell()).orElseThrow();
        assertThat(steering).isEqualTo(new Steering(untouched, tuned));
        assertThat(steering.inVain().orElseThrow())
                .startsWith("overlay kept no CPU busy (the fullest of the machine: 33%, 5% in softirq)")
                .endsWith("made it 1.43 × the receive softirqs and 1.09 × the CPU time for the same work");
    }

    @Test
    void whereACpuWasBusyItMayHaveHelped() {
        assertThat(new Steering(fullest(untouched, 60), tuned).inVain()).isEmpty();
        assertThat(new Steering(fullest(untouched, 45), tuned).inVain()).isPresent();
    }

    @Test
    void whereNothingWasSteeredOrAsMuchBeforeThereIsNothingToSay() {
        assertThat(new Steering(untouched, untouched).inVain()).isEmpty();
        assertThat(new Steering(tuned, tuned).inVain()).isEmpty();
    }

    @Test
    void aCostIsThatOfTheSameWork() {
        assertThat(new Steering(untouched, doing(tuned, 2)).inVain()).isEmpty();
        assertThat(new Steering(untouched, doing(tuned, 1.2)).inVain().orElseThrow())
                .contains("1.19 × the receive softirqs for the same work")
                .doesNotContain("CPU time");
        assertThat(new Steering(untouched, doing(tuned, Double.NaN)).inVain()).isEmpty();
    }

    @Test
    void ofAModeUntouchedOrOfATuningThatIsAnotherItSaysNothing() {
        assertThat(Steering.of(analysis, untouched.cell())).isEmpty();
        assertThat(Steering.of(analysis, new Cell("overlay", "gro", "postgresql-300")))
                .isEmpty();
    }

    private CellTime cell(String tuning) {
        return analysis.explanation()
                .time(new Cell("overlay", tuning, "postgresql-300"))
                .orElseThrow();
    }

    /** The same with its fullest CPU busy for so many percent of the time. */
    private static CellTime fullest(CellTime cell, double busy) {
        CpuTime cpu = new CpuTime(busy / 2, 0, busy / 2, 0, 0, 0, 100 - busy);
        List<HostFigures> hosts = cell.hosts().stream()
                .map(h -> new HostFigures(h.counters(), h.work(), List.of(cpu)))
                .toList();
        return of(cell, cell.work(), hosts);
    }

    /** The same for so many times the operations. */
    private static CellTime doing(CellTime cell, double times) {
        Work work = cell.work();
        return of(cell, new Work(work.bits() * times, work.operations() * times, work.named()), cell.hosts());
    }

    private static CellTime of(CellTime cell, Work work, List<HostFigures> hosts) {
        return new CellTime(
                cell.cell(), cell.dataPath(), work, cell.samples(), hosts, cell.profiles(), cell.bottlenecks());
    }
}
