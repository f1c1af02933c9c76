package io.tare.report;

import io.tare.result.Measurement;
import io.tare.result.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell's samples turned into columns, in one pass over them: the tables of its metrics are made of these.
 *
 * @param invalid how many samples are
 * @param failed how many samples are
 * @param dataPath of the first sample; empty where there is none
 */
record Columns(int invalid, int failed, String dataPath, Map<String, Column> of) {
    /** @param samples in the order they ran */
    static Columns of(List<Sample> samples, List<Measurement> metrics) {
        Map<String, Column> named = new HashMap<>();
        metrics.forEach(metric -> named.put(metric.metric(), new Column(metric.metric())));
        List<Column> columns = List.copyOf(named.values());
        int invalid = 0;
        int failed = 0;
        for (Sample sample : samples) {
            invalid += sample.outcome() == Sample.Outcome.INVALID ? 1 : 0;
            failed += sample.outcome() == Sample.Outcome.FAILED ? 1 : 0;
            for (Column column : columns) {
                column.add(sample);
            }
        }
        columns.forEach(Column::trimmed);
        return new Columns(
                invalid, failed, samples.isEmpty() ? "" : samples.getFirst().dataPath(), named);
    }

    /** Empty where no cell has the metric. */
    Column metric(String name) {
        return of.getOrDefault(name, new Column(name).trimmed());
    }
}
