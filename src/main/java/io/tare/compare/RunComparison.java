package io.tare.compare;

import io.tare.result.CellFigures;
import io.tare.result.Figures;
import io.tare.result.Measurement;
import io.tare.result.RunFigures;
import io.tare.stats.Comparison;
import io.tare.stats.Holm;
import io.tare.stats.ResampledMean;
import io.tare.stats.RowSeed;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new run against an older one, metric by metric and cell by cell.
 *
 * <p>The two are not paired: their samples ran at other times, so a value of one belongs to no value of the other. The change is the ratio of the
 * means with the two sets resampled independently (BCa bootstrap: Efron 1987; the ratio of two independent means as in A. C. Davison and D. V.
 * Hinkley, "Bootstrap Methods and their Application", 1997, section 3.2), its significance the Mann-Whitney test's, corrected after Holm within each
 * {@link Family}. Both methods take what differs from sample to sample into account, and not what differs from run to run (another boot, another
 * placement of memory): two runs of the same thing can differ by that, significantly and by little (T. Kalibera and R. Jones, "Rigorous Benchmarking in
 * Reasonable Time", ISMM 2013), which is what a gate's percentage is for.
 *
 * @param differences of the testbeds
 * @param changes in the order of the base run's cells
 * @param unmatched what cannot be compared, one sentence each
 */
public record RunComparison(
        RunFigures base,
        RunFigures now,
        List<TestbedDifference> differences,
        List<CellChange> changes,
        List<String> unmatched,
        List<GateResult> gates) {
    public RunComparison {
        differences = List.copyOf(differences);
        changes = List.copyOf(changes);
        unmatched = List.copyOf(unmatched);
        gates = List.copyOf(gates);
    }

    /**
     * Compares all that both have. {@link IllegalArgumentException} where a gate is about a metric that neither run has, or that has no worse
     * direction.
     */
    public static RunComparison of(RunFigures base, RunFigures now, List<Gate> gates) {
        Gates.check(gates, base, now);
        List<Pair> pairs = pairs(base, now);
        List<CellChange> changes = pairs.parallelStream()
                .map(pair -> change(pair, base, now, gates))
                .toList();
        List<CellChange> corrected = corrected(changes);
        return new RunComparison(
                base,
                now,
                TestbedDifferences.of(base, now),
                corrected,
                Unmatched.of(base, now),
                Gates.results(gates, base, now, corrected));
    }

    /** How many changes went this way. */
    public long count(CellChange.Way way) {
        return changes.stream().filter(c -> c.way() == way).count();
    }

    private record Pair(Cell cell, Figures base, Figures now) {}

    private static List<Pair> pairs(RunFigures base, RunFigures now) {
        return base.cells().stream()
                .flatMap(cell -> now.cell(cell.cell()).stream().flatMap(other -> pairs(cell, other)))
                .toList();
    }

    private static Stream<Pair> pairs(CellFigures base, CellFigures now) {
        return base.metrics().stream()
                .flatMap(figures -> now.metric(figures.metric()).stream()
                        .filter(f -> f.unit().equals(figures.unit()))
                        .filter(f -> !f.values().isEmpty() && !figures.values().isEmpty())
                        .map(f -> new Pair(base.cell(), figures, f)));
    }

    private static CellChange change(Pair pair, RunFigures base, RunFigures now, List<Gate> gates) {
        Figures figures = pair.base();
        ResampledMean before = ResampledMean.of(figures.array(), seed(base, "base", pair.cell(), figures.metric()));
        ResampledMean after = ResampledMean.of(pair.now().array(), seed(now, "new", pair.cell(), figures.metric()));
        Cell cell = pair.cell();
        Family family = gates.stream().anyMatch(g -> g.watches(cell.workload(), figures.metric()))
                ? Family.GATED
                : Measurement.main(figures.metric(), figures.better()) ? Family.MAIN : Family.OTHER;
        return new CellChange(
                cell,
                figures.metric(),
                figures.unit(),
                figures.better(),
                family,
                before.summary().orElseThrow(),
                after.summary().orElseThrow(),
                Comparison.of(after, before));
    }

    private static long seed(RunFigures run, String which, Cell cell, String metric) {
        return RowSeed.of(run.manifest().seed(), which, cell.workload(), metric, cell.mode(), cell.tuning());
    }

    private static List<CellChange> corrected(List<CellChange> changes) {
        List<CellChange> corrected = new ArrayList<>(changes);
        for (Family family : Family.values()) {
            double[] adjusted = Holm.adjust(changes.stream()
                    .mapToDouble(c -> c.family() == family ? c.comparison().p() : Double.NaN)
                    .toArray());
            for (int i = 0; i < adjusted.length; i++) {
                if (changes.get(i).family() == family) {
                    corrected.set(i, changes.get(i).withHolm(adjusted[i]));
                }
            }
        }
        return corrected;
    }
}
