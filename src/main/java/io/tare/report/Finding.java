package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.stats.Bootstrap;
import io.tare.stats.Comparison;
import java.util.List;

/**
 * What a table says about one row, in a sentence.
 *
 * @param says {@code overlay carries 0.36 × host [0.34, 0.39]}
 * @param clear whether the difference is significant
 */
public record Finding(String workload, String metric, String says, boolean clear) {

    /** One for every row of a main table that has a comparison. */
    static List<Finding> of(WorkloadResults results) {
        return results.tables(Weight.MAIN).stream()
                .flatMap(table -> table.rows().stream()
                        .flatMap(row -> row.change().stream().map(change -> finding(table, row, change))))
                .toList();
    }

    private static Finding finding(MetricTable table, CellRow row, Comparison change) {
        StringBuilder says = new StringBuilder("%s %s %s × %s"
                .formatted(
                        Plain.line(row.label()),
                        MetricMeaning.verb(table.metric()),
                        Numbers.ratio(change),
                        Plain.line(table.baseline())));
        String interval = Numbers.ratioInterval(change);
        if (interval.isEmpty()) {
            says.append(" (%d samples: too few for an interval, which takes %d)"
                    .formatted(row.points().size(), Bootstrap.LEAST));
        } else {
            says.append(' ').append(interval);
            if (!change.significant()) {
                says.append(", no clear difference");
            }
        }
        return new Finding(table.workload(), table.metric(), says.toString(), change.significant());
    }
}
