package io.tare.report;

import io.tare.explain.CellTime;
import io.tare.explain.Explanation;
import io.tare.explain.HostFigures;
import io.tare.result.HostCounters.CpuTime;
import io.tare.study.Cell;
import java.util.Comparator;
import java.util.Optional;

/**
 * What receive packet steering did to a cell, by its counters beside those of the same cell untouched. It moves the work of receiving to other CPUs, for a softirq and an
 * interprocessor interrupt each time; that is worth it where a CPU is full (the kernel's Documentation/networking/scaling.rst).
 */
record Steering(CellTime untouched, CellTime tuned) {
    /** Percent of its time from which on a CPU counts as full, as the rule one-cpu has it. */
    private static final double FULL = 90;

    /** Of a tuned cell; empty where it is none, or either has no counters. */
    static Optional<Steering> of(Explanation explanation, Cell tuned) {
        return tuned.untuned()
                ? Optional.empty()
                : explanation
                        .time(new Cell(tuned.mode(), "none", tuned.workload()))
                        .flatMap(before -> explanation.time(tuned).map(after -> new Steering(before, after)));
    }

    /** Why it gave back little: no CPU was full, and what the steering took. Empty where nothing was steered, or a CPU was full. */
    Optional<String> inVain() {
        return tuned.machines().stream()
                .max(Comparator.comparingDouble(Steering::steered))
                .filter(after -> steered(after) >= 1)
                .flatMap(after -> untouched.machines().stream()
                        .filter(before -> before.role().equals(after.role()))
                        .filter(before -> steered(before) < steered(after) / 2)
                        .findFirst()
                        .flatMap(before -> inVain(before, after)));
    }

    private Optional<String> inVain(HostFigures before, HostFigures after) {
        if (before.rankedCpus().isEmpty() || before.rankedCpus().getFirst().busy() >= FULL) {
            return Optional.empty();
        }
        CpuTime fullest = before.rankedCpus().getFirst();
        return Optional.of(
                "no CPU of %s was full (the fullest of the %s: busy %.0f%%, %.0f%% in softirq), so that %s had little to spread; waking another CPU %,.0f times a second made it %.2f × the receive softirqs%s"
                        .formatted(
                                untouched.label(),
                                before.whose(),
                                fullest.busy(),
                                fullest.softirq(),
                                tuned.label(),
                                steered(after),
                                receiving(after) / receiving(before),
                                cost(after.microsecondsPerOperation() / before.microsecondsPerOperation())));
    }

    private static String cost(double ratio) {
        return Double.isFinite(ratio) ? " and %.2f × the CPU time an operation".formatted(ratio) : "";
    }

    private static double steered(HostFigures host) {
        return host.rate(host.softnet(s -> s.steered()));
    }

    private static double receiving(HostFigures host) {
        return host.softirqs().getOrDefault("NET_RX", Double.NaN);
    }
}
