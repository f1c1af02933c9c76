package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.stats.Comparison;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a table says about one row, in a sentence.
 *
 * @param says {@code overlay carries 0.36 × host [0.34, 0.39]}
 * @param clear whether the difference is significant
 * @param tuned whether the row is one of a tuning
 */
public record Finding(String workload, String metric, String says, boolean clear, boolean tuned) {
    private static final int MOST = 8;

    /** One for every comparison of a main table. */
    static List<Finding> of(WorkloadResults results) {
        return results.tables(Weight.MAIN).stream()
                .flatMap(table -> table.rows().stream()
                        .flatMap(row -> Stream.concat(
                                row.change().stream().map(change -> finding(table, row, change)),
                                row.gain().stream()
                                        .filter(_ -> !row.cell().mode().equals(table.baseline()))
                                        .map(gain -> Gains.finding(table, row, gain)))))
                .toList();
    }

    /** Those to begin with: all where they are few, else those without a tuning, and of these the first. */
    static List<Finding> headlines(WorkloadResults results) {
        List<Finding> all = of(results);
        return all.size() <= MOST
                ? all
                : all.stream().filter(finding -> !finding.tuned()).limit(MOST).toList();
    }

    private static Finding finding(MetricTable table, CellRow row, Comparison change) {
        StringBuilder says = new StringBuilder("%s %s %s × %s"
                .formatted(
                        Plain.line(row.label()),
                        MetricMeaning.verb(table.metric()),
                        Numbers.ratio(change, table.ratioDecimals()),
                        Plain.line(table.baseline())));
        String interval = Numbers.ratioInterval(change, table.ratioDecimals());
        if (interval.isEmpty()) {
            says.append(" (%s)".formatted(table.noInterval(row)));
        } else {
            says.append(' ').append(interval);
            if (!change.significant()) {
                says.append(", no clear difference");
            }
        }
        return new Finding(
                table.workload(),
                table.metric(),
                says.toString(),
                change.significant(),
                !row.cell().untuned());
    }
}
