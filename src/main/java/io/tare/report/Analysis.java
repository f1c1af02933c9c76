package io.tare.report;

import io.tare.explain.Explanation;
import io.tare.report.MetricTable.Weight;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Measurement;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.study.Better;
import io.tare.study.Cell;
import io.tare.study.Study;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run found, as numbers: made from the run folder alone, the same every time. All reports are drawn from it.
 *
 * @param modes in the study's order
 * @param workloads in the study's order
 * @param gaps cells that were not measured
 * @param verdicts whatever was not ok
 * @param damage what could not be read of the run folder, one sentence each
 * @param explanation where the time went
 * @param search what was found of tunings, where the run was a search
 */
public record Analysis(
        RecordedRun run,
        List<String> modes,
        List<WorkloadResults> workloads,
        List<Gap> gaps,
        List<VerdictCount> verdicts,
        List<String> damage,
        Explanation explanation,
        Optional<SearchTable> search) {
    public Analysis {
        Objects.requireNonNull(run, "run is null");
        Objects.requireNonNull(explanation, "explanation is null");
        Objects.requireNonNull(search, "search is null");
        modes = List.copyOf(modes);
        workloads = List.copyOf(workloads);
        gaps = List.copyOf(gaps);
        verdicts = List.copyOf(verdicts);
        damage = List.copyOf(damage);
    }

    public static Analysis of(RecordedRun run) {
        Manifest manifest = run.manifest();
        Study study = manifest.study();
        Map<Cell, List<Sample>> samples = run.byCell();
        samples.values().forEach(ran -> ran.sort(Comparator.comparingInt(Sample::trial)));
        Map<Cell, CellFacts> facts = manifest.facts();
        Set<String> names = new LinkedHashSet<>();
        Set<String> modes = new LinkedHashSet<>();
        study.modes().forEach(mode -> modes.add(mode.name()));
        samples.keySet().forEach(cell -> {
            names.add(cell.workload());
            modes.add(cell.mode());
        });
        Latencies latencies = Latencies.of(run, samples, facts);
        List<WorkloadResults> workloads = names.stream()
                .map(name -> workload(
                        name, manifest, samples, facts, latencies.tables().getOrDefault(name, List.of())))
                .toList();
        return new Analysis(
                run,
                List.copyOf(modes),
                workloads,
                Gap.of(manifest.cells()),
                VerdictCount.of(run.samples()),
                Stream.concat(run.damage().stream(), latencies.damage().stream())
                        .toList(),
                Explanation.of(run),
                SearchTable.of(run));
    }

    public Manifest manifest() {
        return run.manifest();
    }

    /** How many samples ended so. */
    public long count(Sample.Outcome outcome) {
        return run.samples().stream().filter(s -> s.outcome() == outcome).count();
    }

    private static WorkloadResults workload(
            String name,
            Manifest manifest,
            Map<Cell, List<Sample>> samples,
            Map<Cell, CellFacts> facts,
            List<LatencyTable> latencies) {
        Study study = manifest.study();
        List<Cell> cells = samples.keySet().stream()
                .filter(cell -> cell.workload().equals(name))
                .toList();
        String tuning = study.compared().name();
        List<Measurement> metrics = metrics(cells, samples);
        Map<Cell, Columns> columns = cells.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        cell -> cell, cell -> Columns.of(samples.getOrDefault(cell, List.of()), metrics)));
        Tabulation tabulation =
                new Tabulation(cells, new Cell(study.baseline(), tuning, name), columns, facts, manifest.seed());
        String first = first(metrics);
        List<MetricTable> tables = metrics.parallelStream()
                .map(metric -> tabulation.table(
                        metric, metric.metric().equals(first) ? Weight.MAIN : MetricMeaning.weight(metric)))
                .sorted(Comparator.comparing(MetricTable::weight)
                        .thenComparingInt(table -> MetricMeaning.rank(table.metric())))
                .toList();
        List<CpuUse> cpu = cells.parallelStream()
                .flatMap(
                        cell -> CpuUse.of(
                                CellRow.label(cell, facts.get(cell)),
                                cell.mode(),
                                samples.getOrDefault(cell, List.of()))
                                .stream())
                .toList();
        return new WorkloadResults(name, tables, cpu, latencies, SeriesTable.of(name, cells, samples, facts));
    }

    /** One measurement for each metric of the cells, in the order first met. */
    private static List<Measurement> metrics(List<Cell> cells, Map<Cell, List<Sample>> samples) {
        Map<String, Measurement> metrics = new LinkedHashMap<>();
        for (Cell cell : cells) {
            Sample last = null;
            for (Sample sample : samples.getOrDefault(cell, List.of())) {
                if (last == null || !sample.sharesMetrics(last)) {
                    sample.metrics().forEach(m -> metrics.putIfAbsent(m.metric(), m));
                }
                last = sample;
            }
        }
        return List.copyOf(metrics.values());
    }

    /** The metric that stands for a workload whose metrics are all of the user's own naming; else none. */
    private static String first(List<Measurement> metrics) {
        if (metrics.stream().anyMatch(m -> MetricMeaning.weight(m) == Weight.MAIN)) {
            return "";
        }
        return metrics.stream()
                .filter(m -> MetricMeaning.weight(m) == Weight.DETAIL)
                .min(Comparator.comparing(m -> m.better() == Better.NEITHER))
                .map(Measurement::metric)
                .orElse("");
    }
}
