package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A metric's table in plain text: with intervals, comparison and bars, or several metrics side by side as means alone. */
final class TextMetric {
    private static final int NARROWEST_BAR = 6;
    private static final int WIDEST_BAR = 40;
    private static final int WIDE = 104;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private TextMetric() {}

    static List<String> full(MetricTable table, int columns, Ansi ansi) {
        int decimals = Numbers.decimals(means(table));
        boolean wide = columns >= WIDE;
        TextTable text = new TextTable();
        List<String> head = new ArrayList<>(List.of("mode", "n", "mean", "sd"));
        if (wide) {
            head.add("median");
        }
        head.add("95% of mean");
        if (table.judged()) {
            head.add("× " + TextTable.cut(Plain.line(table.baseline()), 12));
            head.add(wide ? "[95%]" : "");
            if (wide) {
                head.addAll(List.of("p", "effect"));
            }
        }
        text.row(head);
        table.rows().forEach(row -> text.row(cells(table, row, decimals, wide)));
        List<String> rows = text.lines();
        int bar = Math.min(WIDEST_BAR, columns - TextTable.width(rows.getFirst()) - 2);
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.cut(
                "%s, %s (%s)"
                        .formatted(
                                Plain.line(MetricMeaning.title(table.metric())),
                                Plain.line(table.unit()),
                                table.direction()),
                columns));
        lines.add(ansi.dim(TextTable.cut(rows.getFirst(), columns).stripTrailing()));
        for (int i = 0; i < table.rows().size(); i++) {
            CellRow row = table.rows().get(i);
            String line = TextTable.cut(rows.get(i + 1), columns);
            String drawn = bar < NARROWEST_BAR ? "" : bar(row, table.largestMean(), bar);
            lines.add(
                    drawn.isEmpty()
                            ? coloured(table, row, line.stripTrailing(), ansi)
                            : coloured(table, row, line, ansi) + "  " + ansi.bar(drawn));
        }
        return lines;
    }

    /** Means alone, one column a metric; as many tables as the width asks for. */
    static List<String> compact(List<MetricTable> tables, int columns, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        List<MetricTable> left = tables;
        while (!left.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            int fit = left.size();
            List<String> rows = means(left.subList(0, fit)).lines();
            while (fit > 1 && TextTable.width(rows.getFirst()) > columns) {
                fit--;
                rows = means(left.subList(0, fit)).lines();
            }
            for (int i = 0; i < rows.size(); i++) {
                String line = TextTable.cut(rows.get(i), columns).stripTrailing();
                lines.add(i < 2 ? ansi.dim(line) : line);
            }
            left = left.subList(fit, left.size());
        }
        return lines;
    }

    private static TextTable means(List<MetricTable> tables) {
        TextTable text = new TextTable();
        List<String> head = new ArrayList<>(List.of("means"));
        List<String> units = new ArrayList<>(List.of(""));
        for (MetricTable table : tables) {
            head.add(TextTable.cut(Plain.line(table.metric()), 22));
            units.add(TextTable.cut(Plain.line(table.unit()), 22));
        }
        text.row(head).row(units);
        List<CellRow> first = tables.getFirst().rows();
        for (int i = 0; i < first.size(); i++) {
            int at = i;
            List<String> cells = new ArrayList<>(List.of(label(first.get(i))));
            tables.forEach(table -> cells.add(table.rows()
                    .get(at)
                    .summary()
                    .map(s -> Numbers.fixed(s.mean(), Numbers.decimals(means(table), 3)))
                    .orElse(Numbers.NONE)));
            text.row(cells);
        }
        return text;
    }

    private static List<String> cells(MetricTable table, CellRow row, int decimals, boolean wide) {
        List<String> cells = new ArrayList<>(List.of(
                label(row),
                row.points().size() + (row.excluded().count() > 0 ? "*" : ""),
                row.summary().map(s -> Numbers.fixed(s.mean(), decimals)).orElse(Numbers.NONE),
                row.summary().map(s -> Numbers.fixed(s.stddev(), decimals)).orElse(Numbers.NONE)));
        if (wide) {
            cells.add(
                    row.summary().map(s -> Numbers.fixed(s.median(), decimals)).orElse(Numbers.NONE));
        }
        cells.add(Numbers.interval(row.interval(), decimals));
        if (!table.judged()) {
            return cells;
        }
        cells.add(row.baseline() ? "1" : row.change().map(Numbers::ratio).orElse(Numbers.NONE));
        String mark =
                wide ? "" : row.change().map(c -> c.significant() ? "" : " ns").orElse("");
        cells.add(row.change().map(Numbers::ratioInterval).orElse("") + mark);
        if (wide) {
            cells.add(row.change().map(c -> Numbers.p(c.pHolm())).orElse(""));
            cells.add(row.change().map(Comparison::magnitude).orElse(""));
        }
        return cells;
    }

    private static String label(CellRow row) {
        return TextTable.cut(Plain.line(row.label()), 18);
    }

    private static String coloured(MetricTable table, CellRow row, String line, Ansi ansi) {
        if (row.points().isEmpty()) {
            return ansi.dim(line);
        }
        Comparison change = row.change().orElse(null);
        if (change == null || !change.significant()) {
            return line;
        }
        boolean more = change.effect() > 0;
        return more == (table.better() == Better.HIGHER) ? ansi.good(line) : ansi.bad(line);
    }

    /** A bar in eighths of a column, as long as the mean is of the largest one. */
    static String bar(CellRow row, double largest, int columns) {
        double mean = row.summary().map(s -> s.mean()).orElse(0.0);
        if (!(mean > 0) || !(largest > 0) || !Double.isFinite(mean)) {
            return "";
        }
        int eighths = (int) Math.round(Math.min(1, mean / largest) * columns * 8);
        String end = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return "█".repeat(eighths / 8) + end;
    }

    static double[] means(MetricTable table) {
        return table.rows().stream()
                .flatMap(r -> r.summary().stream())
                .mapToDouble(s -> s.mean())
                .toArray();
    }

    /** The table's counts of samples, each once. */
    static IntStream counts(MetricTable table) {
        return table.rows().stream().mapToInt(r -> r.points().size()).distinct();
    }
}
