package io.tare.explain;

import static io.tare.explain.RecordedRuns.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The thresholds themselves: a recorded cell with the figures in question changed by hand, on either side. What is really seen is in {@link RulesTest}. */
class ThresholdsTest {
    private static final CellTime RECORDED = cell("busy", "nat iperf3-tcp");

    private static CellTime with(List<CpuTime> cpus, List<Softnet> softnet) {
        List<HostFigures> hosts = new ArrayList<>();
        for (HostFigures host : RECORDED.hosts()) {
            HostCounters c = host.counters();
            hosts.add(HostFigures.of(
                    Counted.of(new HostCounters(
                            c.host(),
                            c.role(),
                            c.seconds(),
                            c.sharedKernel(),
                            c.underlay(),
                            cpus,
                            c.softirqs(),
                            c.interrupts(),
                            c.underlayInterrupts(),
                            softnet,
                            c.conntrack(),
                            c.spaces())),
                    host.work()));
        }
        return new CellTime(
                RECORDED.cell(),
                RECORDED.dataPath(),
                RECORDED.work(),
                RECORDED.samples(),
                hosts,
                RECORDED.profiles(),
                List.of());
    }

    private static CellTime cpus(CpuTime... cpus) {
        return with(List.of(cpus), RECORDED.hosts().getFirst().counters().softnet());
    }

    private static CellTime softnet(long processed, long dropped, long squeezed) {
        return with(
                RECORDED.hosts().getFirst().counters().cpus(),
                List.of(new Softnet(processed, dropped, squeezed, 0, 0)));
    }

    private static boolean sees(Rule rule, CellTime cell) {
        return rule.look(cell, Optional.empty()).isPresent();
    }

    @Test
    void oneCpuFullOfSoftirqBesideAnIdleOne() {
        CpuTime receiving = new CpuTime(0.1, 0.3, 1.6, 0, 0, 0, 0);
        assertThat(sees(new OneCpuInSoftirq(), cpus(receiving, new CpuTime(0.5, 0.5, 0, 0, 0, 0, 1))))
                .isTrue();
        assertThat(sees(new OneCpuInSoftirq(), cpus(receiving, new CpuTime(1, 0.9, 0, 0, 0, 0, 0.1))))
                .isFalse(); // nowhere to go
        assertThat(sees(
                        new OneCpuInSoftirq(),
                        cpus(new CpuTime(1.9, 0, 0.1, 0, 0, 0, 0), new CpuTime(0, 0, 0, 0, 0, 0, 2))))
                .isFalse(); // a program fills it
        assertThat(sees(new OneCpuInSoftirq(), cpus(receiving))).isFalse(); // the only one
        assertThat(sees(new OneCpuInSoftirq(), RECORDED)).isFalse();
    }

    @Test
    void noCpuLeft() {
        assertThat(sees(new AllCpusBusy(), RECORDED)).isTrue();
        assertThat(sees(new AllCpusBusy(), cpus(new CpuTime(1.8, 0, 0, 0, 0, 0, 0.2))))
                .isFalse(); // 10% idle
    }

    @Test
    void aBacklogThatOverflows() {
        assertThat(sees(new BacklogOverflow(), softnet(100_000, 11, 0))).isTrue();
        assertThat(sees(new BacklogOverflow(), softnet(100_000, 9, 0))).isFalse();
        assertThat(sees(new BacklogOverflow(), RECORDED)).isFalse();
    }

    @Test
    void aBudgetThatIsUsedUp() {
        long rounds = HostFigures.sum(
                RECORDED.hosts().getFirst().counters().softirqs().getOrDefault("NET_RX", List.of()));
        assertThat(sees(new BudgetSqueezed(), softnet(100_000, 0, rounds / 99))).isTrue();
        assertThat(sees(new BudgetSqueezed(), softnet(100_000, 0, rounds / 101)))
                .isFalse();
        assertThat(sees(new BudgetSqueezed(), RECORDED)).isFalse();
    }

    @Test
    void aClientThatIsItsOwnLimit() {
        assertThat(sees(new ClientBound(), noted(true))).isTrue();
        assertThat(sees(new ClientBound(), noted(false))).isFalse(); // in half of the trials
        assertThat(sees(new ClientBound(), RECORDED)).isFalse();
    }

    /** The recorded samples with the verdict of a full client on each of them, or on every other one. */
    private static CellTime noted(boolean all) {
        Verdict full = Verdict.note("client-saturated", "iperf3 took 98% of a CPU on the client");
        List<Sample> samples = new ArrayList<>();
        for (Sample s : RECORDED.samples()) {
            boolean one = all || samples.size() % 2 == 0;
            samples.add(new Sample(
                    s.version(),
                    s.block(),
                    s.trial(),
                    s.attempt(),
                    s.cell(),
                    s.dataPath(),
                    s.outcome(),
                    s.started(),
                    s.seconds(),
                    s.metrics(),
                    one ? List.of(full) : s.verdicts(),
                    s.hosts(),
                    s.evidence()));
        }
        return new CellTime(
                RECORDED.cell(),
                RECORDED.dataPath(),
                RECORDED.work(),
                samples,
                RECORDED.hosts(),
                RECORDED.profiles(),
                List.of());
    }

    @Test
    void netfilterThatCostsMuch() {
        assertThat(sees(new ConntrackHeavy(), profiled(9))).isTrue();
        assertThat(sees(new ConntrackHeavy(), profiled(7))).isFalse();
        assertThat(sees(new ConntrackHeavy(), RECORDED)).isFalse(); // nobody sampled it
    }

    private static CellTime profiled(long netfilter) {
        Layers layers = new Layers(Map.of(Layer.NETFILTER, netfilter, Layer.TCP, 100 - netfilter));
        return new CellTime(
                RECORDED.cell(),
                RECORDED.dataPath(),
                RECORDED.work(),
                RECORDED.samples(),
                RECORDED.hosts(),
                Map.of("machine", layers),
                List.of());
    }
}
