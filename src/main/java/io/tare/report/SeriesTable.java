package io.tare.report;

import io.tare.result.Manifest.CellFacts;
import io.tare.result.Sample;
import io.tare.result.Series;
import io.tare.stats.Summary;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workload's valid samples went through, step by step: one row a cell that has such a series.
 *
 * @param name of the series, as a metric's
 * @param step in s
 */
public record SeriesTable(String workload, String name, String unit, double step, List<Row> rows) {
    public SeriesTable {
        rows = List.copyOf(rows);
    }

    /**
     * Over the samples of a cell, one value a step, as far as all of them go.
     *
     * @param label as in {@link CellRow}
     * @param low the lower quartile
     * @param high the upper quartile
     */
    public record Row(Cell cell, String label, int samples, List<Double> low, List<Double> median, List<Double> high) {
        private static Row of(Cell cell, String label, List<Series> series) {
            int steps = series.stream().mapToInt(s -> s.values().size()).min().orElse(0);
            List<Double> low = new ArrayList<>();
            List<Double> median = new ArrayList<>();
            List<Double> high = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
                int step = i;
                Summary summary = Summary.of(
                        series.stream().mapToDouble(s -> s.values().get(step)).toArray());
                low.add(summary.q1());
                median.add(summary.median());
                high.add(summary.q3());
            }
            return new Row(cell, label, series.size(), low, median, high);
        }
    }

    /** A table for each series that the cells' samples have, in the order first met. */
    static List<SeriesTable> of(
            String workload, List<Cell> cells, Map<Cell, List<Sample>> samples, Map<Cell, CellFacts> facts) {
        Map<String, Map<Cell, List<Series>>> found = new LinkedHashMap<>();
        for (Cell cell : cells) {
            for (Sample sample : samples.getOrDefault(cell, List.of())) {
                if (sample.outcome() == Sample.Outcome.VALID) {
                    for (Series series : sample.series()) {
                        found.computeIfAbsent(series.name(), _ -> new LinkedHashMap<>())
                                .computeIfAbsent(cell, _ -> new ArrayList<>())
                                .add(series);
                    }
                }
            }
        }
        List<SeriesTable> tables = new ArrayList<>();
        found.forEach((name, of) -> {
            Series first = of.values().iterator().next().getFirst();
            tables.add(new SeriesTable(
                    workload,
                    name,
                    first.unit(),
                    first.step(),
                    of.entrySet().stream()
                            .map(e ->
                                    Row.of(e.getKey(), CellRow.label(e.getKey(), facts.get(e.getKey())), e.getValue()))
                            .toList()));
        });
        return tables;
    }
}
