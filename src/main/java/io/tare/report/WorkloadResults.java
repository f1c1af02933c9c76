package io.tare.report;

import io.tare.report.MetricTable.Weight;
import java.util.List;
import java.util.Objects;

/**
 * All that a run found for one workload.
 *
 * @param tables the main ones first
 * @param cpu of its cells, in the order of rows
 * @param latencies one an operation; empty where the run has no histograms
 */
public record WorkloadResults(
        String workload, List<MetricTable> tables, List<CpuUse> cpu, List<LatencyTable> latencies) {
    public WorkloadResults {
        Objects.requireNonNull(workload, "workload is null");
        tables = List.copyOf(tables);
        cpu = List.copyOf(cpu);
        latencies = List.copyOf(latencies);
    }

    public List<MetricTable> tables(Weight weight) {
        return tables.stream().filter(t -> t.weight() == weight).toList();
    }
}
