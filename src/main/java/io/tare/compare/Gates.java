package io.tare.compare;

import io.tare.compare.CellChange.Way;
import io.tare.compare.GateResult.State;
import io.tare.result.CellFigures;
import io.tare.result.Figures;
import io.tare.result.RunFigures;
import io.tare.stats.Comparison;
import io.tare.study.Better;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides gates. A gate fails for a cell whose metric is significantly worse, and by more than the gate allows; chance alone does so in 5% of comparisons at most. */
final class Gates {
    private Gates() {}

    /** {@link IllegalArgumentException} where a gate can watch nothing. */
    static void check(List<Gate> gates, RunFigures base, RunFigures now) {
        List<CellFigures> cells =
                Stream.concat(base.cells().stream(), now.cells().stream()).toList();
        for (Gate gate : gates) {
            Set<String> workloads = new LinkedHashSet<>();
            Set<String> metrics = new LinkedHashSet<>();
            List<Figures> watched = new ArrayList<>();
            for (CellFigures cell : cells) {
                workloads.add(cell.cell().workload());
                if (gate.isOf(cell.cell().workload())) {
                    cell.metrics().forEach(f -> metrics.add(f.metric()));
                    cell.metric(gate.metric()).ifPresent(watched::add);
                }
            }
            if (gate.workload().isPresent()
                    && !workloads.contains(gate.workload().get())) {
                throw new IllegalArgumentException(
                        "'%s' watches nothing: neither run has the workload '%s'; there are %s"
                                .formatted(gate, gate.workload().get(), String.join(", ", workloads)));
            }
            if (watched.isEmpty() && !metrics.isEmpty()) {
                throw new IllegalArgumentException("'%s' watches nothing: neither run has the metric '%s'; there are %s"
                        .formatted(gate, gate.metric(), String.join(", ", metrics)));
            }
            if (!watched.isEmpty() && watched.stream().allMatch(f -> f.better() == Better.NEITHER)) {
                throw new IllegalArgumentException("'%s' cannot be watched: of '%s' neither more nor less is worse"
                        .formatted(gate, gate.metric()));
            }
        }
    }

    /** One a gate and cell that the base run has, in the order given; one without a cell is told by the first cell of the base. */
    static List<GateResult> results(List<Gate> gates, RunFigures base, RunFigures now, List<CellChange> changes) {
        long family = changes.stream().filter(c -> c.family() == Family.GATED).count();
        List<GateResult> results = new ArrayList<>();
        for (Gate gate : gates) {
            for (CellFigures cell : base.cells()) {
                boolean known = has(cell, gate.metric())
                        || now.cell(cell.cell())
                                .filter(c -> has(c, gate.metric()))
                                .isPresent();
                if (!gate.isOf(cell.cell().workload()) || !known) {
                    continue;
                }
                Optional<CellChange> change = changes.stream()
                        .filter(c -> c.cell().equals(cell.cell()) && c.metric().equals(gate.metric()))
                        .findFirst();
                results.add(change.map(c -> judged(gate, c, family)).orElseGet(() -> undecided(gate, cell, now)));
            }
        }
        return results;
    }

    private static boolean has(CellFigures cell, String metric) {
        return cell.metric(metric).filter(f -> !f.values().isEmpty()).isPresent();
    }

    private static GateResult judged(Gate gate, CellChange change, long family) {
        double worse = change.worse();
        Comparison comparison = change.comparison();
        State state = State.PASSED;
        String why = "";
        if (Double.isNaN(worse) || Double.isNaN(comparison.p())) {
            state = State.UNDECIDED;
            why = Double.isNaN(worse)
                    ? ": no percentage can be given of such values"
                    : ": a test takes 2 samples of each run at least";
        } else if (change.way() == Way.WORSE && worse > gate.percent()) {
            state = State.FAILED;
        } else if (Comparison.powerless(change.now().n(), change.base().n(), family)) {
            state = State.UNDECIDED;
            why =
                    ": %d and %d samples can show no change significant among %d comparisons; take more samples, or gate fewer metrics"
                            .formatted(change.base().n(), change.now().n(), family);
        }
        String size = String.format(Locale.ROOT, "%.1f%%", Math.abs(worse));
        String says = "%s%s, %s%s"
                .formatted(
                        worse > 0 ? size + " worse" : worse < 0 ? size + " better" : "no change",
                        reach(change),
                        comparison.significant() ? "significant" : "not significant",
                        why);
        return new GateResult(gate, change.cell(), state, says);
    }

    /** How much worse it could be by the interval: what a gate that holds has not ruled out. */
    private static String reach(CellChange change) {
        double sign = change.better() == Better.HIGHER ? -1 : 1;
        return change.interval()
                .map(i -> Math.max(sign * i.low(), sign * i.high()))
                .filter(most -> most > 0)
                .map(most -> String.format(Locale.ROOT, " (up to %.1f%% by its interval)", most))
                .orElse("");
    }

    private static GateResult undecided(Gate gate, CellFigures base, RunFigures now) {
        Cell cell = base.cell();
        Optional<CellFigures> other = now.cell(cell);
        String why = has(base, gate.metric())
                ? "the new run has no valid value of it"
                        + other.map(c -> c.valid() == 0 ? " (%s)".formatted(c.lacks()) : "")
                                .orElse(" (it has no such cell)")
                : "the base run has no valid value of it" + (base.valid() == 0 ? " (%s)".formatted(base.lacks()) : "");
        if (has(base, gate.metric()) && other.filter(c -> has(c, gate.metric())).isPresent()) {
            why = "its unit is not the same in both runs";
        }
        return new GateResult(gate, cell, State.UNDECIDED, why);
    }
}
