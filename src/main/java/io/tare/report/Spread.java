package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.stats.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What modes cost over all workloads, where these are too many for a heat map: the quartiles of each mode's costs. Of too many modes, groups of like cost are drawn.
 *
 * @param tables main metrics of workloads that are compared
 * @param costs of each mode and tuning, times worse than the baseline
 */
record Spread(int tables, Map<String, List<Double>> costs) {
    /** Boxes beyond which a picture cannot be read. */
    private static final int MOST = 40;

    static Spread of(Analysis analysis) {
        Map<String, List<Double>> costs = new LinkedHashMap<>();
        int tables = 0;
        for (WorkloadResults results : analysis.workloads()) {
            for (MetricTable table : results.tables(Weight.MAIN)) {
                List<CellRow> compared = table.rows().stream()
                        .filter(row -> row.change()
                                .filter(c -> c.ratio() > 0 && Double.isFinite(c.ratio()))
                                .isPresent())
                        .toList();
                tables += compared.isEmpty() ? 0 : 1;
                for (CellRow row : compared) {
                    double ratio = row.change().orElseThrow().ratio();
                    costs.computeIfAbsent(row.label(), _ -> new ArrayList<>())
                            .add(table.improves(1) ? 1 / ratio : ratio);
                }
            }
        }
        return new Spread(tables, costs);
    }

    /** Empty where the heat map has all. */
    Optional<Chart.Boxes> chart(String baseline) {
        if (tables <= MOST && costs.size() <= MOST) {
            return Optional.empty();
        }
        return Optional.of(new Chart.Boxes(
                "Cost against %s over all workloads, quartiles".formatted(baseline),
                "times worse: 2 is half the throughput or twice the latency",
                costs.size() <= MOST
                        ? costs.entrySet().stream()
                                .map(e -> box(e.getKey(), e.getValue()))
                                .toList()
                        : groups()));
    }

    /** What is drawn, and where each figure is. */
    String words() {
        return "Box: quartiles and median over %s workloads and metrics of %s. Whiskers: last one within 1.5 interquartile ranges. The heat map has the first %d of each; report.json has every one."
                .formatted(
                        Numbers.count(tables),
                        costs.size() <= MOST
                                ? "each mode"
                                : "%s modes, in %d groups from the least cost to the largest"
                                        .formatted(Numbers.count(costs.size()), MOST),
                        MOST);
    }

    private List<Chart.Box> groups() {
        List<List<Double>> ordered = costs.values().stream()
                .sorted(Comparator.comparingDouble(of -> summary(of).median()))
                .toList();
        List<Chart.Box> boxes = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            int from = (int) ((long) i * ordered.size() / MOST);
            int to = (int) ((i + 1L) * ordered.size() / MOST);
            boxes.add(box(
                    "%d to %d".formatted(from + 1, to),
                    ordered.subList(from, to).stream().flatMap(List::stream).toList()));
        }
        return boxes;
    }

    private static Chart.Box box(String label, List<Double> costs) {
        Summary s = summary(costs);
        return new Chart.Box(
                label,
                0,
                false,
                Stream.of(s.whiskerLow(), s.q1(), s.median(), s.q3(), s.whiskerHigh())
                        .map(Charts::number)
                        .toList(),
                List.of(),
                List.of());
    }

    private static Summary summary(List<Double> values) {
        return Summary.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
