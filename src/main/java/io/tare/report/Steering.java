package io.tare.report;

import io.tare.explain.CellTime;
import io.tare.explain.Explanation;
import io.tare.explain.HostFigures;
import io.tare.explain.Work;
import io.tare.result.HostCounters.CpuTime;
import io.tare.study.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What receive packet steering did to a cell, by its counters beside those of the same cell untouched. It moves the work of receiving to other CPUs, for an interprocessor
 * interrupt and a softirq each time; that is worth it where a CPU is full (the kernel's Documentation/networking/scaling.rst).
 */
record Steering(CellTime untouched, CellTime tuned) {
    /** The kind of the tuning, whatever a study calls it. */
    private static final String RPS = "rps";

    /** Percent of its time a CPU is busy on average over the trials: below that, packets hardly wait for it. */
    private static final double BUSY = 50;

    /** Wake-ups of another CPU for each receive softirq without them: fewer explain nothing. */
    private static final double MANY = 0.1;

    /** A cost by which it has clearly grown: counters of whole trials scatter by less. */
    private static final double GROWN = 1.02;

    /** Of a cell with that tuning and no other; empty where it is none, or either has no counters. */
    static Optional<Steering> of(Analysis analysis, Cell tuned) {
        if (analysis.manifest().study().tunings().stream()
                .noneMatch(t -> t.name().equals(tuned.tuning()) && t.kind().equals(RPS))) {
            return Optional.empty();
        }
        Explanation explanation = analysis.explanation();
        return explanation
                .time(new Cell(tuned.mode(), "none", tuned.workload()))
                .flatMap(before -> explanation.time(tuned).map(after -> new Steering(before, after)));
    }

    /** Why it gave back nothing: no CPU was busy, and what the steering took. Empty where its counters do not show both. */
    Optional<String> inVain() {
        double wakeUps = sum(tuned, Steering::wakeUps) - sum(untouched, Steering::wakeUps);
        List<String> took = Stream.of(
                        grown("the receive softirqs", Steering::receiving),
                        grown("the CPU time", HostFigures::busyCpus))
                .flatMap(Optional::stream)
                .toList();
        return fullest()
                .filter(host -> host.rankedCpus().getFirst().busy() < BUSY)
                .filter(_ -> wakeUps >= MANY * sum(untouched, Steering::receiving) && !took.isEmpty())
                .map(host -> {
                    CpuTime cpu = host.rankedCpus().getFirst();
                    return "%s kept no CPU busy (the fullest of the %s: %.0f%%, %.0f%% in softirq), so that %s had little to spread; waking another CPU %,.0f times a second made it %s for the same work"
                            .formatted(
                                    untouched.label(),
                                    host.whose(),
                                    cpu.busy(),
                                    cpu.softirq(),
                                    tuned.label(),
                                    wakeUps,
                                    String.join(" and ", took));
                });
    }

    /** The host with the CPU that was the fullest without the tuning. */
    private Optional<HostFigures> fullest() {
        return untouched.machines().stream()
                .filter(host -> !host.rankedCpus().isEmpty())
                .max(Comparator.comparingDouble(
                        host -> host.rankedCpus().getFirst().busy()));
    }

    /** By how much something that all hosts spent on the same work has grown; empty where it has not, or nobody can say. */
    private Optional<String> grown(String what, ToDoubleFunction<HostFigures> of) {
        double ratio = sum(tuned, of) / amount(tuned.work()) / (sum(untouched, of) / amount(untouched.work()));
        return ratio > GROWN && Double.isFinite(ratio)
                ? Optional.of("%.2f × %s".formatted(ratio, what))
                : Optional.empty();
    }

    /** Operations a second, or bits where a workload counts none; NaN where it tells neither. */
    private static double amount(Work work) {
        return Double.isFinite(work.operations()) ? work.operations() : work.bits();
    }

    private static double sum(CellTime cell, ToDoubleFunction<HostFigures> of) {
        return cell.machines().stream().mapToDouble(of).sum();
    }

    private static double wakeUps(HostFigures host) {
        return host.rate(host.softnet(s -> s.steered()));
    }

    private static double receiving(HostFigures host) {
        return host.softirqs().getOrDefault("NET_RX", Double.NaN);
    }
}
