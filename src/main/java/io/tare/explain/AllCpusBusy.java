package io.tare.explain;

import io.tare.result.HostCounters.CpuTime;
import java.util.List;
import java.util.Optional;

/** No CPU has time left: the cost of each packet and request decides, and no steering of work helps. */
final class AllCpusBusy implements Rule {
    /** Percent of all CPUs' time: what ticks of 10 ms leave of a full machine. */
    private static final double IDLE = 5;

    @Override
    public String name() {
        return "cpus-full";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (HostFigures host : cell.machines()) {
            CpuTime cpu = host.cpu();
            if (cpu.idle() + cpu.iowait() <= IDLE) {
                return Optional.of(new Bottleneck(
                        name(),
                        "all CPUs of the %s are full: what each packet costs decides".formatted(host.whose()),
                        List.of("%d CPUs idle %.1f%%: user %.0f%%, system %.0f%%, softirq %.0f%%, stolen %.0f%%"
                                .formatted(
                                        host.counters().cpus().size(),
                                        cpu.idle() + cpu.iowait(),
                                        cpu.user(),
                                        cpu.system(),
                                        cpu.softirq(),
                                        cpu.steal())),
                        "less work a packet (offloads, a larger MTU), or more CPUs; spreading work will not help"));
            }
        }
        return Optional.empty();
    }
}
