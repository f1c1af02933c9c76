package io.tare.report;

import io.tare.result.LatencyLog;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.result.Tail;
import io.tare.study.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The run's histograms, merged by cell and operation. Merging is exact: counts of equal buckets add up.
 *
 * @param tables of each workload that has histograms, operations by name
 * @param damage what could not be read of the log, one sentence each
 */
record Latencies(Map<String, List<LatencyTable>> tables, List<String> damage) {
    private static final double NANOS_PER_MS = 1e6;
    /** Points a decade of the remaining share: 0 to 90%, 90 to 99%, … */
    private static final int PER_DECADE = 24;

    private static final int DECADES = 4;

    static Latencies of(RecordedRun run, Map<Cell, List<Sample>> samples, Map<Cell, CellFacts> facts) {
        if (!LatencyLog.kept(run.folder())) {
            return new Latencies(Map.of(), List.of());
        }
        Map<Integer, Sample> valid = new LinkedHashMap<>();
        run.samples().stream().filter(s -> s.outcome() == Sample.Outcome.VALID).forEach(s -> valid.put(s.trial(), s));
        Map<String, Map<Cell, Merged>> operations = new TreeMap<>();
        List<String> damage = LatencyLog.read(run.folder(), (trial, operation, histogram) -> {
            Sample sample = valid.get(trial);
            if (sample != null) {
                operations
                        .computeIfAbsent(operation, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(sample.cell(), _ -> new Merged(sample.dataPath()))
                        .add(histogram);
            }
        });
        Map<String, List<LatencyTable>> tables = new LinkedHashMap<>();
        operations.forEach((operation, cells) -> {
            Map<String, List<LatencyTable.Row>> rows = new LinkedHashMap<>();
            for (Cell cell : samples.keySet()) {
                Merged merged = cells.get(cell);
                if (merged != null && merged.histogram.getTotalCount() > 0) {
                    rows.computeIfAbsent(cell.workload(), _ -> new ArrayList<>())
                            .add(merged.row(cell, CellRow.label(cell, facts.get(cell))));
                }
            }
            rows.forEach((workload, of) -> tables.computeIfAbsent(workload, _ -> new ArrayList<>())
                    .add(new LatencyTable(workload, operation, of)));
        });
        return new Latencies(tables, damage);
    }

    private static final class Merged {
        private final Histogram histogram = new Histogram(3);
        private final String dataPath;
        private int trials;

        private Merged(String dataPath) {
            this.dataPath = dataPath;
            histogram.setAutoResize(true);
        }

        private void add(Histogram one) {
            histogram.add(one);
            trials++;
        }

        private LatencyTable.Row row(Cell cell, String label) {
            long count = histogram.getTotalCount();
            List<Double> quoted = LatencyTable.QUOTED.stream()
                    .map(p -> Tail.carries(count, p) ? at(p) : Double.NaN)
                    .toList();
            List<LatencyTable.Share> curve = new ArrayList<>();
            for (int i = 0; i <= PER_DECADE * DECADES; i++) {
                double above = Math.pow(10, -(double) i / PER_DECADE);
                if (above * count < 1) {
                    break;
                }
                double percentile = 100 * (1 - above);
                curve.add(new LatencyTable.Share(percentile, at(percentile)));
            }
            return new LatencyTable.Row(
                    cell, label, dataPath, trials, count, quoted, histogram.getMaxValue() / NANOS_PER_MS, curve);
        }

        private double at(double percentile) {
            return histogram.getValueAtPercentile(percentile) / NANOS_PER_MS;
        }
    }
}
