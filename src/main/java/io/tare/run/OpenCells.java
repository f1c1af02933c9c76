package io.tare.run;

import io.tare.result.Measurement;
import io.tare.result.Sample;
import io.tare.stats.Bootstrap;
import io.tare.stats.Interval;
import io.tare.stats.ResampledMean;
import io.tare.stats.RowSeed;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Schedule;
import io.tare.study.Stopping;
import io.tare.study.Study;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which cells of a study with a {@link Stopping} rule go on. The rule is asked before each block, of the samples of the blocks before it alone, so that a run
 * that is resumed ends its cells where it would have ended them. A cell that has ended stays so.
 *
 * <p>Method: a fixed-width sequential interval. Sampling ends when the interval of the ratio of means ({@link Bootstrap#ratioOfMeans}), the one that the report shows, is
 * narrow enough for every main metric; its coverage tends to the nominal one as the width goes to 0 (Y. S. Chow and H. Robbins, "On the Asymptotic Theory of
 * Fixed-Width Sequential Confidence Intervals for the Mean", Annals of Mathematical Statistics 36, 1965), and is some points below it where few samples decide.
 */
final class OpenCells {
    private final Study study;
    private final long seed;
    private final List<Sample> samples = new ArrayList<>();
    private final Set<Cell> ended = new HashSet<>();
    private int asked;

    OpenCells(Study study, long seed) {
        this.study = study;
        this.seed = seed;
    }

    void add(Sample sample) {
        if (study.stopping() != null && sample.outcome() == Sample.Outcome.VALID) {
            samples.add(sample);
        }
    }

    boolean ended(Cell cell) {
        return ended.contains(cell);
    }

    /** Asks the rule for every block up to this one; {@code lost} cells will not be measured any more, and keep no baseline going. */
    void before(int block, Predicate<Cell> lost) {
        Stopping rule = study.stopping();
        if (rule == null) {
            return;
        }
        for (int next = asked + 1; next <= block; next++) {
            if (next > rule.atLeast()) {
                ask(next, rule, lost);
            }
            asked = next;
        }
    }

    private void ask(int block, Stopping rule, Predicate<Cell> lost) {
        String untuned = study.compared().name();
        for (Choice workload : study.workloads()) {
            Cell baseline = new Cell(study.baseline(), untuned, workload.name());
            List<Cell> others = Schedule.cells(study).stream()
                    .filter(c -> c.workload().equals(workload.name()) && !c.equals(baseline))
                    .toList();
            others.stream()
                    .filter(cell -> !ended(cell) && narrow(cell, baseline, block, rule))
                    .toList()
                    .forEach(ended::add);
            boolean over = others.isEmpty()
                    ? narrow(baseline, baseline, block, rule)
                    : others.stream().allMatch(cell -> ended(cell) || lost.test(cell));
            if (over) {
                ended.add(baseline);
            }
        }
    }

    private boolean narrow(Cell cell, Cell baseline, int block, Stopping rule) {
        List<Sample> own = of(cell, block);
        List<Sample> base = of(baseline, block);
        Set<String> metrics = metrics(own);
        return own.size() >= rule.atLeast()
                && !metrics.isEmpty()
                && metrics.stream().allMatch(metric -> {
                    ResampledMean mean = mean(cell, metric, own);
                    Optional<Interval> interval = cell.equals(baseline)
                            ? Bootstrap.mean(mean)
                            : Bootstrap.ratioOfMeans(mean, mean(baseline, metric, base));
                    return interval.filter(i -> i.within(rule.until())).isPresent();
                });
    }

    private List<Sample> of(Cell cell, int block) {
        return samples.stream()
                .filter(s -> s.block() < block && s.cell().equals(cell))
                .toList();
    }

    /** What the workload is run for; where nothing has such a name, the first metric that is judged. */
    private static Set<String> metrics(List<Sample> samples) {
        List<Measurement> judged = samples.stream()
                .flatMap(s -> s.metrics().stream())
                .filter(m -> m.better() != Better.NEITHER)
                .toList();
        Set<String> metrics = new LinkedHashSet<>();
        judged.stream().filter(m -> Measurement.main(m.metric(), m.better())).forEach(m -> metrics.add(m.metric()));
        if (metrics.isEmpty() && !judged.isEmpty()) {
            metrics.add(judged.getFirst().metric());
        }
        return metrics;
    }

    private ResampledMean mean(Cell cell, String metric, List<Sample> of) {
        double[] values = of.stream()
                .flatMap(s -> s.metrics().stream())
                .filter(m -> m.metric().equals(metric))
                .mapToDouble(Measurement::value)
                .filter(Double::isFinite)
                .toArray();
        return ResampledMean.of(values, RowSeed.of(seed, cell.workload(), metric, cell.mode(), cell.tuning()));
    }
}
