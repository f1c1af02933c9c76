package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws changes against the baseline: of one table, of a table beside the published one, and of the whole run at a glance. */
record ChangeCharts(Hues hues) {
    /** More columns or rows cannot be read. */
    private static final int MOST = 40;

    /** Empty where nothing is compared. */
    Optional<Chart.Forest> forest(MetricTable table) {
        List<Chart.Change> rows = table.rows().stream()
                .filter(row -> drawable(row.change()))
                .limit(MOST)
                .map(row -> change(row.label(), row.cell().mode(), row.change(), List.of()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart.Forest(
                        "%s against %s, %s"
                                .formatted(MetricMeaning.title(table.metric()), table.baseline(), table.workload()),
                        "× %s, 95%% interval (log); %s".formatted(table.baseline(), table.direction()),
                        rows));
    }

    /** With the published changes; empty where neither has any. */
    Optional<Chart.Forest> forest(AgainstTable table) {
        List<Chart.Change> rows = table.rows().stream()
                .filter(row -> row.ratio().isPresent())
                .map(row -> change(
                        "%s / %s"
                                .formatted(
                                        row.label(), row.ratio().orElseThrow().of()),
                        row.published().mode(),
                        row.change().filter(c -> drawable(Optional.of(c))),
                        published(row.ratio().orElseThrow())))
                .toList();
        return rows.isEmpty() || table.rows().stream().allMatch(r -> r.change().isEmpty())
                ? Optional.empty()
                : Optional.of(new Chart.Forest(
                        "%s, change published and measured".formatted(table.title()),
                        "ratio of means, 95% interval (log)",
                        rows));
    }

    /** One row a workload and metric, one column a mode and tuning; empty where there are not two rows. */
    Optional<Chart.Heat> heat(Analysis analysis) {
        Map<String, List<CellRow>> strips = new LinkedHashMap<>();
        Map<String, MetricTable> tables = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (WorkloadResults results : analysis.workloads()) {
            for (MetricTable table : results.tables(Weight.MAIN)) {
                List<CellRow> compared =
                        table.rows().stream().filter(r -> drawable(r.change())).toList();
                if (!compared.isEmpty() && strips.size() < MOST) {
                    String name = "%s, %s".formatted(table.workload(), table.metric());
                    strips.put(name, compared);
                    tables.put(name, table);
                    compared.stream()
                            .map(CellRow::label)
                            .filter(l -> !names.contains(l) && names.size() < MOST)
                            .forEach(names::add);
                }
            }
        }
        if (strips.size() < 2) {
            return Optional.empty();
        }
        List<Chart.Strip> rows = strips.entrySet().stream()
                .map(e -> strip(e.getKey(), Objects.requireNonNull(tables.get(e.getKey())), e.getValue(), names))
                .toList();
        return Optional.of(new Chart.Heat(
                "Cost against " + analysis.manifest().study().baseline(),
                "times worse: 2 is half the throughput or twice the latency",
                names,
                rows));
    }

    private static Chart.Strip strip(String name, MetricTable table, List<CellRow> rows, List<String> names) {
        @Nullable Double[] costs = new @Nullable Double[names.size()];
        Boolean[] clear = new Boolean[names.size()];
        Arrays.fill(clear, false);
        for (CellRow row : rows) {
            int at = names.indexOf(row.label());
            if (at >= 0) {
                Comparison change = row.change().orElseThrow();
                costs[at] = Charts.number(table.improves(1) ? 1 / change.ratio() : change.ratio());
                clear[at] = change.significant();
            }
        }
        return new Chart.Strip(name, Arrays.asList(costs), List.of(clear));
    }

    private Chart.Change change(String label, String mode, Optional<Comparison> change, List<Double> there) {
        Optional<Interval> interval = change.flatMap(Comparison::interval).filter(i -> i.low() > 0);
        return new Chart.Change(
                label,
                hues.of(mode),
                change.map(c -> Charts.number(c.ratio())).orElse(null),
                interval.map(i -> Charts.number(i.low())).orElse(null),
                interval.map(i -> Charts.number(i.high())).orElse(null),
                there);
    }

    private static List<Double> published(PublishedRatio ratio) {
        return ratio.interval()
                .map(i -> List.of(Charts.number(ratio.ratio()), Charts.number(i.low()), Charts.number(i.high())))
                .orElse(List.of(Charts.number(ratio.ratio())));
    }

    /** A logarithmic axis takes ratios above 0 alone. */
    private static boolean drawable(Optional<Comparison> change) {
        return change.filter(c -> c.ratio() > 0 && Double.isFinite(c.ratio())).isPresent();
    }
}
