package io.tare.serve;

import io.tare.result.Measurement;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A sample as the page draws it: the first metric that its workload is run for, and what is wrong with it. */
final class SampleTree {
    private SampleTree() {}

    static Map<String, Object> of(Sample sample, List<Cell> cells) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("block", sample.block());
        told.put("trial", sample.trial());
        told.put("cell", cells.indexOf(sample.cell()));
        told.put("outcome", sample.outcome().name().toLowerCase(Locale.ROOT));
        told.put("metric", shown(sample.metrics()).map(SampleTree::told).orElse(null));
        told.put("finding", finding(sample));
        return told;
    }

    private static Optional<Measurement> shown(List<Measurement> metrics) {
        List<Measurement> finite =
                metrics.stream().filter(m -> Double.isFinite(m.value())).toList();
        return finite.stream()
                .filter(m -> Measurement.main(m.metric(), m.better()))
                .findFirst()
                .or(() -> finite.stream().findFirst());
    }

    private static Map<String, Object> told(Measurement metric) {
        return Map.of("name", metric.metric(), "unit", metric.unit(), "value", metric.value());
    }

    private static String finding(Sample sample) {
        return sample.outcome() == Sample.Outcome.FAILED
                ? sample.evidence().reason()
                : sample.verdicts().stream()
                        .filter(v -> v.level() == Verdict.Level.INVALID)
                        .findFirst()
                        .map(Verdict::finding)
                        .orElse("");
    }
}
