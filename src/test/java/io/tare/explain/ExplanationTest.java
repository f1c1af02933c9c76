package io.tare.explain;

import static io.tare.explain.RecordedRuns.cell;
import static io.tare.explain.RecordedRuns.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.CpuTime;
import io.tare.study.Cell;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void cellsStandInTheStudysOrderWithBothHosts() {
        Explanation explanation = Explanation.of(run("busy"));
        assertThat(explanation.cells())
                .extracting(CellTime::cell)
                .extracting(Cell::toString)
                .startsWith("host iperf3-tcp", "nat iperf3-tcp", "overlay iperf3-tcp", "host iperf3-udp")
                .hasSize(6);
        assertThat(explanation.cells())
                .allSatisfy(cell ->
                        assertThat(cell.hosts()).extracting(HostFigures::role).containsExactly("client", "server"));
        assertThat(explanation.remarks()).hasSize(2).first().asString().startsWith("The hosts share one kernel");
    }

    @Test
    void hostsThatShareAKernelAreOneMachine() {
        CellTime cell = cell("busy", "nat iperf3-tcp");
        assertThat(cell.machines()).hasSize(1);
        assertThat(cell.machines().getFirst().whose()).isEqualTo("machine");
    }

    @Test
    void sharesAddToAHundredAndTheCostIsBusyCpusForEachGbit() {
        HostFigures host = cell("busy", "overlay iperf3-tcp").hosts().getFirst();
        CpuTime cpu = host.cpu();
        assertThat(cpu.busy() + cpu.idle() + cpu.iowait()).isCloseTo(100, within(0.01));
        double gbit = host.work().bits() / 1e9;
        assertThat(host.cpuSecondsPerGbit() * gbit).isCloseTo(host.busyCpus(), within(1e-6));
        assertThat(host.microsecondsPerOperation()).isNaN(); // iperf3 counts no operations
    }

    @Test
    void superPacketsAreSeenAtTheSender() {
        assertThat(cell("busy", "nat iperf3-tcp").hosts().getFirst().segmentsPerPacket())
                .isCloseTo(40, within(1.0));
        assertThat(cell("busy", "nat iperf3-udp").hosts().getFirst().segmentsPerPacket())
                .isNaN();
    }

    @Test
    void trialsAreAddedUp() {
        HostCounters one = cell("busy", "nat iperf3-tcp").hosts().getFirst().counters();
        HostCounters two = Added.up(one, one);
        assertThat(two.seconds()).isEqualTo(2 * one.seconds());
        assertThat(two.sockets().orElseThrow().count("TcpOutSegs"))
                .isEqualTo(2 * one.sockets().orElseThrow().count("TcpOutSegs"));
        assertThat(two.softirqs().keySet()).isEqualTo(one.softirqs().keySet());
        assertThat(two.softirqs().values().stream().mapToLong(HostFigures::sum).sum())
                .isEqualTo(2
                        * one.softirqs().values().stream()
                                .mapToLong(HostFigures::sum)
                                .sum());
        Work work = new Work(1e9, Double.NaN, "");
        assertThat(HostFigures.of(Counted.of(two), work).cpu())
                .isEqualTo(HostFigures.of(Counted.of(one), work).cpu());
    }

    @Test
    void aFullCpuStaysToBeSeenWhereItIsAnotherOneInTheNextTrial() {
        HostFigures host = cell("quiet", "overlay iperf3-udp").hosts().getFirst();
        assertThat(host.counters().cpus())
                .allSatisfy(cpu -> assertThat(cpu.idle())
                        .isGreaterThan(0.2 * host.counters().seconds()));
        assertThat(host.rankedCpus().getFirst().busy()).isGreaterThan(98);
        assertThat(host.rankedCpus().getLast().busy()).isLessThan(50);
    }
}
