package io.tare.report;

import io.tare.result.Manifest.CellFacts;
import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import io.tare.stats.Summary;
import io.tare.study.Cell;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: what a cell gave for one metric.
 *
 * @param label the mode, the tuning where there is one, and the data path where that is a stand-in: {@code overlay}, {@code overlay+rps}, {@code
 *     weave (fastdp-equivalent)}
 * @param dataPath what carried its packets; empty where it was not connected
 * @param baseline whether the others are compared with it
 * @param absent why the cell was not measured or was given up; empty where neither
 * @param points the valid samples' values in the order they ran
 * @param apart the invalid samples' values, shown and not counted
 * @param summary of the points; empty where there are none
 * @param interval of the mean, 95%; empty with too few points
 * @param medianInterval of the median, 95%; empty with too few points, and in all tables but the main ones
 * @param change against the baseline; empty for the baseline itself, without points, and for a metric that is not judged
 * @param gain of a tuning, against the same mode without one; empty for other rows, and where either has no points
 */
public record CellRow(
        Cell cell,
        String label,
        String dataPath,
        boolean baseline,
        String absent,
        Excluded excluded,
        List<Point> points,
        List<Point> apart,
        Optional<Summary> summary,
        Optional<Interval> interval,
        Optional<Interval> medianInterval,
        Optional<Comparison> change,
        Optional<Comparison> gain) {
    public CellRow {
        Objects.requireNonNull(cell, "cell is null");
        points = Points.of(points);
        apart = Points.of(apart);
    }

    /** The row's name of a cell. */
    static String label(Cell cell, @Nullable CellFacts known) {
        String label = cell.label();
        return known == null || known.standIn() == null ? label : "%s (%s)".formatted(label, known.dataPath());
    }

    /** The same with its comparisons corrected for how many there are. */
    CellRow with(Optional<Comparison> compared, Optional<Comparison> gained) {
        return new CellRow(
                cell,
                label,
                dataPath,
                baseline,
                absent,
                excluded,
                points,
                apart,
                summary,
                interval,
                medianInterval,
                compared,
                gained);
    }

    /** Whether what carries the packets is more than the label says. */
    boolean namesDataPath() {
        return !dataPath.isEmpty() && !dataPath.equals(cell.mode()) && !label.endsWith("(%s)".formatted(dataPath));
    }

    /** Of the points; not to be changed. */
    double[] values() {
        return ((Points) points).values().inOrder();
    }

    /** The same sorted; not to be changed. */
    double[] ascending() {
        return ((Points) points).values().ascending();
    }
}
