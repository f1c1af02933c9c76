package io.tare.report;

import io.tare.report.PublishedStudy.Part;
import io.tare.stats.Summary;
import java.util.List;
import java.util.Optional;

/** Charts for a paper: bars with standard deviations as papers have them, the others as in the page. */
record PaperCharts(Analysis analysis, Charts charts) {
    static PaperCharts of(Analysis analysis) {
        return new PaperCharts(analysis, Charts.of(analysis));
    }

    /** Means and their standard deviations. */
    Chart.Bars bars(MetricTable table) {
        return new Chart.Bars(
                "Mean %s, %s".formatted(table.metric(), table.workload()),
                "%s, %s (mean ± standard deviation)".formatted(table.metric().replace('_', ' '), table.unit()),
                table.rows().stream()
                        .flatMap(row -> row.summary().stream().map(s -> bar(row, s)))
                        .toList());
    }

    /** What a published figure's part shows, of this run; empty where it has none. */
    Optional<Chart> of(Part part) {
        Optional<WorkloadResults> results = analysis.workloads().stream()
                .filter(w -> w.workload().equals(part.workload()))
                .findFirst();
        if (results.isEmpty()) {
            return Optional.empty();
        }
        Optional<MetricTable> table = results.get().tables().stream()
                .filter(t -> t.metric().equals(part.of()) && Places.isDrawn(t))
                .findFirst();
        return switch (part.shows()) {
            case BARS -> table.map(this::bars);
            case BOXES -> table.map(charts::boxes);
            case CURVES ->
                results.get().latencies().stream()
                        .filter(l -> l.operation().equals(part.of()))
                        .findFirst()
                        .map(charts::curves);
            case CPU -> results.filter(r -> !r.cpu().isEmpty()).map(charts::cpu);
        };
    }

    /** The whole run's: bars, boxplots and changes of each main metric, curves of each operation, CPU of each workload. */
    List<Chart> all(WorkloadResults results) {
        List<Chart> all = new java.util.ArrayList<>();
        for (MetricTable table : results.tables(MetricTable.Weight.MAIN)) {
            if (Places.isDrawn(table)) {
                all.add(bars(table));
                all.add(charts.boxes(table));
                new ChangeCharts(charts.hues()).forest(table).ifPresent(all::add);
            }
        }
        results.latencies().forEach(l -> all.add(charts.curves(l)));
        if (!results.cpu().isEmpty()) {
            all.add(charts.cpu(results));
        }
        return all;
    }

    private Chart.Bar bar(CellRow row, Summary s) {
        boolean spread = Double.isFinite(s.stddev());
        return new Chart.Bar(
                row.label(),
                charts.hue(row),
                !row.cell().untuned(),
                Charts.number(s.mean()),
                spread ? Charts.number(s.mean() - s.stddev()) : null,
                spread ? Charts.number(s.mean() + s.stddev()) : null);
    }
}
