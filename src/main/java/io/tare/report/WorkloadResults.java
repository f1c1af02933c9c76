package io.tare.report;

import io.tare.report.MetricTable.Weight;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a run found for one workload.
 *
 * @param tables the main ones first
 * @param cpu of its cells, in the order of rows
 * @param latencies one an operation; empty where the run has no histograms
 * @param series what the measured seconds went through; empty for most workloads
 */
public record WorkloadResults(
        String workload,
        List<MetricTable> tables,
        List<CpuUse> cpu,
        List<LatencyTable> latencies,
        List<SeriesTable> series) {
    public WorkloadResults {
        Objects.requireNonNull(workload, "workload is null");
        tables = List.copyOf(tables);
        cpu = List.copyOf(cpu);
        latencies = List.copyOf(latencies);
        series = List.copyOf(series);
    }

    /** Why nothing is compared, in a sentence, where others have valid samples and the baseline has none. */
    Optional<String> uncompared() {
        List<MetricTable> main =
                tables(Weight.MAIN).stream().filter(MetricTable::judged).toList();
        List<CellRow> bases =
                main.stream().flatMap(t -> t.baselineRow().stream()).toList();
        boolean measured = main.stream()
                .flatMap(t -> t.rows().stream())
                .anyMatch(row -> !row.points().isEmpty());
        if (!measured || bases.stream().anyMatch(row -> !row.points().isEmpty())) {
            return Optional.empty();
        }
        String reason = bases.stream()
                .map(row -> row.absent().isEmpty() ? row.excluded().toString() : row.absent())
                .filter(why -> !why.isEmpty())
                .findFirst()
                .map(why -> " (" + why + ")")
                .orElse("");
        return Optional.of("comparisons are missing because the baseline, %s, has no valid sample%s."
                .formatted(main.getFirst().baseline(), reason));
    }

    public List<MetricTable> tables(Weight weight) {
        return tables.stream().filter(t -> t.weight() == weight).toList();
    }
}
