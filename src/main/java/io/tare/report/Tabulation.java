package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Measurement;
import io.tare.stats.Bootstrap;
import io.tare.stats.Comparison;
import io.tare.stats.Holm;
import io.tare.stats.Interval;
import io.tare.stats.ResampledMean;
import io.tare.stats.RowSeed;
import io.tare.stats.Values;
import io.tare.study.Better;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the tables of one workload.
 *
 * @param cells the workload's, in the order of rows
 * @param baseline the cell that others are compared with
 * @param columns what each cell's samples have
 * @param facts what the manifest knows of a cell
 * @param seed of the run; each row's bootstrap is seeded with it and the row's name, so that no row depends on another
 */
record Tabulation(List<Cell> cells, Cell baseline, Map<Cell, Columns> columns, Map<Cell, CellFacts> facts, long seed) {
    private static final Columns NONE = Columns.of(List.of(), List.of());

    MetricTable table(Measurement metric, Weight weight) {
        boolean judged = metric.better() != Better.NEITHER;
        ResampledMean base = resampled(baseline, metric.metric(), valid(baseline, metric.metric()));
        Map<String, ResampledMean> untuned = new HashMap<>();
        cells.stream()
                .filter(cell -> cell.untuned() && cells.size() > 1)
                .forEach(cell -> untuned.put(
                        cell.mode(),
                        cell.equals(baseline) ? base : resampled(cell, metric.metric(), valid(cell, metric.metric()))));
        List<CellRow> rows = cells.stream()
                .map(cell -> row(
                        cell,
                        metric.metric(),
                        base,
                        Optional.ofNullable(untuned.get(cell.mode())),
                        judged,
                        weight == Weight.MAIN))
                .toList();
        return new MetricTable(
                baseline.workload(),
                metric.metric(),
                metric.unit(),
                metric.better(),
                weight,
                CellRow.label(baseline, facts.get(baseline)),
                corrected(rows));
    }

    private CellRow row(
            Cell cell,
            String metric,
            ResampledMean base,
            Optional<ResampledMean> untuned,
            boolean judged,
            boolean main) {
        Columns has = columns.getOrDefault(cell, NONE);
        Column column = has.metric(metric);
        ResampledMean mean = cell.equals(baseline)
                ? base
                : resampled(cell, metric, column.points().values());
        boolean compared = judged && !cell.equals(baseline) && mean.size() > 0 && base.size() > 0;
        boolean tuned = judged && !cell.untuned() && mean.size() > 0;
        CellFacts known = facts.get(cell);
        return new CellRow(
                cell,
                CellRow.label(cell, known),
                known != null && !known.dataPath().isEmpty() ? known.dataPath() : has.dataPath(),
                cell.equals(baseline),
                known == null ? "" : known.reason(),
                new Excluded(has.invalid(), has.failed(), column.missing()),
                column.points(),
                column.apart(),
                mean.summary(),
                Bootstrap.mean(mean).filter(Tabulation::isFinite),
                main ? Bootstrap.median(mean).filter(Tabulation::isFinite) : Optional.empty(),
                compared ? Optional.of(Comparison.of(mean, base)) : Optional.empty(),
                untuned.filter(without -> tuned && without.size() > 0).map(without -> Comparison.of(mean, without)));
    }

    /** Holm's correction over the comparisons with the baseline, and over those of tunings for themselves. */
    private static List<CellRow> corrected(List<CellRow> rows) {
        double[] changes =
                Holm.adjust(rows.stream().mapToDouble(row -> p(row.change())).toArray());
        double[] gains =
                Holm.adjust(rows.stream().mapToDouble(row -> p(row.gain())).toArray());
        List<CellRow> corrected = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            double change = changes[i];
            double gain = gains[i];
            CellRow row = rows.get(i);
            corrected.add(row.with(
                    row.change().map(c -> c.withHolm(change)), row.gain().map(c -> c.withHolm(gain))));
        }
        return corrected;
    }

    private static double p(Optional<Comparison> comparison) {
        return comparison.map(Comparison::p).orElse(Double.NaN);
    }

    private Values valid(Cell cell, String metric) {
        return columns.getOrDefault(cell, NONE).metric(metric).points().values();
    }

    private ResampledMean resampled(Cell cell, String metric, Values values) {
        return ResampledMean.of(values, seed(cell, metric));
    }

    private long seed(Cell cell, String metric) {
        return RowSeed.of(seed, cell.workload(), metric, cell.mode(), cell.tuning());
    }

    private static boolean isFinite(Interval interval) {
        return Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    }
}
