package io.tare.report;

import io.tare.result.CpuShare;
import io.tare.study.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws charts from the tables.
 *
 * @param hues of the run's modes
 * @param most points drawn of one row; of more, so many are drawn, evenly spaced in their order. 0 where the page has so many rows that none
 *     are drawn
 */
record Charts(Hues hues, int most) {
    /** So many points in all keep the file small. */
    private static final int BUDGET = 30_000;

    /** Fewer points of a row show nothing. */
    private static final int LEAST = 20;

    /** Rows of one table beyond which a picture of every sample cannot be read, and is drawn from summaries or of the first rows. */
    static final int MANY = 40;

    static Charts of(Analysis analysis) {
        long rows = analysis.workloads().stream()
                .flatMap(w -> w.tables(MetricTable.Weight.MAIN).stream())
                .mapToLong(t -> t.rows().size())
                .sum();
        long each = BUDGET / Math.max(1, rows);
        return new Charts(Hues.of(analysis.modes()), each < LEAST ? 0 : Math.clamp(each, LEAST, 400));
    }

    Chart.Bars bars(MetricTable table) {
        return new Chart.Bars(
                "Mean " + lower(MetricMeaning.title(table.metric())) + ", " + table.workload(),
                axis(table) + " (mean and its 95% interval)",
                measured(table)
                        .map(row -> new Chart.Bar(
                                row.label(),
                                hue(row),
                                tuned(row),
                                row.summary().map(s -> rounded(s.mean())).orElse(null),
                                row.interval().map(i -> rounded(i.low())).orElse(null),
                                row.interval().map(i -> rounded(i.high())).orElse(null)))
                        .toList());
    }

    Chart.Boxes boxes(MetricTable table) {
        return new Chart.Boxes(
                title(table) + (crowded(table) ? ", quartiles" : ", every sample"),
                axis(table),
                measured(table)
                        .map(row -> new Chart.Box(
                                row.label(),
                                hue(row),
                                tuned(row),
                                row.summary()
                                        .map(s -> Stream.of(s.whiskerLow(), s.q1(), s.median(), s.q3(), s.whiskerHigh())
                                                .map(Charts::rounded)
                                                .toList())
                                        .orElse(List.of()),
                                crowded(table) ? List.of() : values(row.points()),
                                crowded(table) ? List.of() : values(row.apart())))
                        .toList());
    }

    Chart.Ratios ratios(MetricTable table) {
        return new Chart.Ratios(
                "%s, tuned over untuned, %s".formatted(MetricMeaning.title(table.metric()), table.workload()),
                "ratio of means; " + table.direction(),
                "untuned",
                table.gains().stream()
                        .map(row -> new Chart.Ratio(
                                row.label(),
                                hue(row),
                                tuned(row),
                                row.gain().map(g -> rounded(g.ratio())).orElse(null),
                                row.gain()
                                        .flatMap(g -> g.interval().map(i -> rounded(i.low())))
                                        .orElse(null),
                                row.gain()
                                        .flatMap(g -> g.interval().map(i -> rounded(i.high())))
                                        .orElse(null)))
                        .toList());
    }

    Chart.Order order(MetricTable table) {
        return new Chart.Order(
                title(table) + ", in the order the samples ran",
                axis(table),
                measured(table)
                        .limit(MANY)
                        .map(row -> new Chart.Line(
                                row.label(), hue(row), tuned(row), pairs(row.points()), pairs(row.apart())))
                        .toList());
    }

    Chart.Cpu cpu(WorkloadResults results) {
        return new Chart.Cpu(
                "CPU of the hosts, " + results.workload(),
                "% of all CPUs",
                results.cpu().stream()
                        .limit(MANY)
                        .map(use -> new Chart.Stack(use.label() + ", " + use.role(), shares(use.mean())))
                        .toList());
    }

    Chart.Curves curves(LatencyTable table) {
        return new Chart.Curves(
                "Latency of %s, %s".formatted(table.title(), table.workload()),
                "latency, ms",
                table.rows().stream()
                        .map(row -> new Chart.Curve(
                                row.label(),
                                hue(row.cell()),
                                tuned(row.cell()),
                                row.curve().stream()
                                        .map(s -> List.of(s.percentile(), number(s.milliseconds())))
                                        .toList()))
                        .toList());
    }

    Chart.Course course(SeriesTable table) {
        return new Chart.Course(
                "%s over time, %s".formatted(MetricMeaning.title(table.name()), table.workload()),
                "%s, %s".formatted(lower(MetricMeaning.title(table.name())), table.unit()),
                table.step(),
                table.rows().stream()
                        .map(row -> new Chart.Band(
                                row.label(),
                                hue(row.cell()),
                                tuned(row.cell()),
                                numbers(row.low()),
                                numbers(row.median()),
                                numbers(row.high())))
                        .toList());
    }

    /** Whether the page has so few rows that each table can have its changes drawn too. */
    boolean spacious() {
        return most >= 50;
    }

    /** Whether the table, or the page, has too many rows for every sample to be seen. */
    boolean crowded(MetricTable table) {
        return most == 0 || table.rows().size() > MANY;
    }

    /** Whether a row has more samples than are drawn. */
    boolean thins(MetricTable table) {
        return table.rows().stream().anyMatch(r -> r.points().size() > most);
    }

    int hue(CellRow row) {
        return hue(row.cell());
    }

    private int hue(Cell cell) {
        return hues.of(cell.mode());
    }

    private static Stream<CellRow> measured(MetricTable table) {
        return table.rows().stream()
                .filter(r -> !r.points().isEmpty() || !r.apart().isEmpty());
    }

    private static boolean tuned(CellRow row) {
        return tuned(row.cell());
    }

    private static boolean tuned(Cell cell) {
        return !cell.untuned();
    }

    private static List<Double> numbers(List<Double> values) {
        return values.stream().map(Charts::number).toList();
    }

    private static String title(MetricTable table) {
        return "%s, %s".formatted(MetricMeaning.title(table.metric()), table.workload());
    }

    private static String axis(MetricTable table) {
        return "%s, %s".formatted(lower(MetricMeaning.title(table.metric())), table.unit());
    }

    /** For the middle of a sentence; SET, GET and CPU stay as they are. */
    private static String lower(String title) {
        return title.length() > 1 && Character.isUpperCase(title.charAt(1))
                ? title
                : title.substring(0, Math.min(1, title.length())).toLowerCase(Locale.ROOT)
                        + title.substring(Math.min(1, title.length()));
    }

    private static List<Double> shares(CpuShare cpu) {
        return Stream.of(cpu.user(), cpu.system(), cpu.softirq(), cpu.irq(), cpu.iowait(), cpu.steal())
                .map(Charts::number)
                .toList();
    }

    private List<Double> values(List<Point> points) {
        return thinned(points).stream().map(p -> number(p.value())).toList();
    }

    private List<List<Double>> pairs(List<Point> points) {
        return thinned(points).stream()
                .map(p -> List.of((double) p.trial(), number(p.value())))
                .toList();
    }

    private List<Point> thinned(List<Point> points) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(points.get((int) ((long) i * (points.size() - 1) / (most - 1))));
        }
        return some;
    }

    static double number(double value) {
        return Objects.requireNonNullElse(rounded(value), 0.0);
    }

    /** Five significant digits, more than a picture shows; null where the value is not finite. */
    private static @Nullable Double rounded(double value) {
        return Double.isFinite(value)
                ? (Double) new BigDecimal(value).round(new MathContext(5)).doubleValue()
                : null;
    }
}
