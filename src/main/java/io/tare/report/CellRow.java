package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import io.tare.stats.Summary;
import io.tare.study.Cell;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a table: what a cell gave for one metric.
 *
 * @param label the mode, and the tuning where there is one: {@code overlay}, {@code overlay+rps}
 * @param dataPath what carried its packets; empty where it was not connected
 * @param baseline whether the others are compared with it
 * @param absent why the cell was not measured or was given up; empty where neither
 * @param points the valid samples' values in the order they ran
 * @param apart the invalid samples' values, shown and not counted
 * @param summary of the points; empty where there are none
 * @param interval of the mean, 95%; empty with too few points
 * @param medianInterval of the median, 95%; empty with too few points, and in all tables but the main ones
 * @param change against the baseline; empty for the baseline itself, without points, and for a metric that is not judged
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
        Optional<Comparison> change) {
    public CellRow {
        Objects.requireNonNull(cell, "cell is null");
        points = List.copyOf(points);
        apart = List.copyOf(apart);
    }

    /** The row's name of a cell. */
    static String label(Cell cell) {
        return cell.tuning().equals("none") ? cell.mode() : cell.mode() + "+" + cell.tuning();
    }

    CellRow with(Optional<Comparison> compared) {
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
                compared);
    }

    /** Whether what carries the packets is more than the mode's name says. */
    boolean namesDataPath() {
        return !dataPath.isEmpty() && !dataPath.equals(cell.mode());
    }

    double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }
}
