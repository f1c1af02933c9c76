package io.tare.report;

import io.tare.study.Cell;
import java.util.List;
import java.util.Locale;

/**
 * The whole latency distribution of one operation of a workload, one row a cell, from the merged histograms of its valid samples.
 *
 * @param operation {@code all}, {@code get}, {@code set}, {@code raw} …
 */
public record LatencyTable(String workload, String operation, List<Row> rows) {
    /** The percentiles that tables quote. */
    static final List<Double> QUOTED = List.of(50.0, 90.0, 99.0, 99.9, 99.99);

    public LatencyTable {
        rows = List.copyOf(rows);
    }

    /** The operation in words. */
    String title() {
        return switch (operation) {
            case "all" -> "all operations";
            case "raw" -> "all operations, from sent to received";
            case "get", "set" -> operation.toUpperCase(Locale.ROOT);
            default -> operation;
        };
    }

    /**
     * @param label as in {@link CellRow}
     * @param trials merged
     * @param operations counted
     * @param quoted the {@link #QUOTED} percentiles in ms, NaN where fewer than ten operations lie above one
     * @param max in ms
     * @param curve ascending, to p99.99 or as far as the operations carry
     */
    public record Row(
            Cell cell,
            String label,
            String dataPath,
            int trials,
            long operations,
            List<Double> quoted,
            double max,
            List<Share> curve) {
        public Row {
            quoted = List.copyOf(quoted);
            curve = List.copyOf(curve);
        }
    }

    /**
     * A point of the distribution.
     *
     * @param percentile 0 to 100
     * @param milliseconds at or below which that share of operations lies
     */
    public record Share(double percentile, double milliseconds) {}
}
