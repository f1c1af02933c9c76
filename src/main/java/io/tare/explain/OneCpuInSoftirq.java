package io.tare.explain;

import io.tare.result.HostCounters.CpuTime;
import java.util.List;
import java.util.Optional;

/**
 * One CPU is full with soft interrupts while others idle: packets of one flow are received by the CPU that its queue, or the veth's sender, is
 * on. Receive packet steering spreads them (the kernel's Documentation/networking/scaling.rst).
 */
final class OneCpuInSoftirq implements Rule {
    /** Percent of its time a CPU is busy to count as full: sar's figures of a full CPU scatter that much, since ticks are 10 ms. */
    private static final double FULL = 90;
    /** Percent of its time in softirq: the larger part of what it does. */
    private static final double SOFTIRQ = 50;
    /** Percent of the others' time idle on average: enough for a quarter of a CPU's work to move. */
    private static final double SPARE = 25;

    @Override
    public String name() {
        return "one-cpu";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        return cell.machines().stream().flatMap(host -> look(host).stream()).findFirst();
    }

    private Optional<Bottleneck> look(HostFigures host) {
        List<CpuTime> cpus = host.rankedCpus();
        if (cpus.size() < 2) {
            return Optional.empty();
        }
        CpuTime one = cpus.getFirst();
        List<CpuTime> others = cpus.subList(1, cpus.size());
        double spare = others.stream().mapToDouble(CpuTime::idle).average().orElse(0);
        if (one.busy() < FULL || one.softirq() < SOFTIRQ || spare < SPARE) {
            return Optional.empty();
        }
        return Optional.of(new Bottleneck(
                name(),
                "one CPU is full with receiving packets while others idle",
                List.of(
                        "the fullest CPU of the %s in each trial: busy %.0f%%, %.0f%% of its time in softirq"
                                .formatted(host.whose(), one.busy(), one.softirq()),
                        "the other %s idle %.0f%%".formatted(others.size() == 1 ? "is" : others.size() + " are", spare),
                        "wake-ups for packets steered to another CPU: %.0f a second"
                                .formatted(host.rate(host.softnet(s -> s.steered())))),
                "spread them: the tuning rps, on the underlay, the tunnel and the container's device"));
    }
}
