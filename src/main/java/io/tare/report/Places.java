package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.report.PublishedStudy.Part;
import java.util.List;
import java.util.Optional;

/** Where things stand in the page: the ids that links lead to. Made of places alone, so that no name needs to be fit for one. */
record Places(Analysis analysis) {
    /** Of the verdicts' section. */
    static final String VERDICTS = "verdicts";

    static Places of(Analysis analysis) {
        return new Places(analysis);
    }

    /** {@code w0}: a workload's section. */
    String workload(WorkloadResults results) {
        return "w" + analysis.workloads().indexOf(results);
    }

    /** {@code w0t1}: a metric's table. */
    String table(MetricTable table) {
        List<WorkloadResults> workloads = analysis.workloads();
        for (int i = 0; i < workloads.size(); i++) {
            if (workloads.get(i).workload().equals(table.workload())) {
                List<String> metrics = workloads.get(i).tables().stream()
                        .map(MetricTable::metric)
                        .toList();
                return "w%dt%d".formatted(i, metrics.indexOf(table.metric()));
            }
        }
        return "findings";
    }

    /** {@code w0t1-bars}, {@code w0t1-boxes}, {@code w0l0}, {@code w0-cpu}: a chart; empty where the page has no such. */
    Optional<String> of(WorkloadResults results, Part part) {
        if (!Room.of(analysis).draws(analysis.workloads().indexOf(results))) {
            return Optional.empty();
        }
        return switch (part.shows()) {
            case BARS, BOXES ->
                results.tables(Weight.MAIN).stream()
                        .filter(t -> t.metric().equals(part.of()) && isDrawn(t))
                        .map(t ->
                                "%s-%s".formatted(table(t), part.shows().name().toLowerCase(java.util.Locale.ROOT)))
                        .findFirst();
            case CURVES -> {
                List<String> operations = results.latencies().stream()
                        .map(LatencyTable::operation)
                        .toList();
                int at = operations.indexOf(part.of());
                yield at < 0 ? Optional.empty() : Optional.of(latency(results, at));
            }
            case CPU -> results.cpu().isEmpty() ? Optional.empty() : Optional.of(workload(results) + "-cpu");
        };
    }

    String latency(WorkloadResults results, int at) {
        return "%sl%d".formatted(workload(results), at);
    }

    /** Whether a metric has charts. */
    static boolean isDrawn(MetricTable table) {
        return table.rows().stream()
                .anyMatch(r -> !r.points().isEmpty() || !r.apart().isEmpty());
    }
}
