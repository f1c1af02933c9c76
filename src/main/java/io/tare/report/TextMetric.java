package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A metric's table in plain text: with intervals, comparison and bars. */
final class TextMetric {
    /** The columns of a row's name at most: {@code weave (fastdp-equivalent)} has 25. */
    static final int LABEL = 26;

    private static final int NARROWEST_BAR = 6;
    private static final int WIDEST_BAR = 40;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private TextMetric() {}

    static List<String> full(MetricTable table, int columns, Ansi ansi) {
        int decimals = table.decimals();
        List<String> rows = Shown.ALL.table(table, decimals);
        for (Shown shown : Shown.values()) {
            rows = shown.table(table, decimals);
            if (TextTable.width(rows.getFirst()) <= columns - shown.bar) {
                break;
            }
        }
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

    /** Which columns there is room for, the most first. */
    private enum Shown {
        ALL(2 + 12),
        USUAL(2 + NARROWEST_BAR),
        WITHOUT_BARS(0),
        WITHOUT_DEVIATION(0),
        RATIO_ALONE(0);

        /** Columns that are to be left for bars. */
        private final int bar;

        Shown(int bar) {
            this.bar = bar;
        }

        private List<String> table(MetricTable table, int decimals) {
            TextTable text = new TextTable();
            List<String> head = new ArrayList<>(List.of("mode", "n", "mean"));
            add(head, compareTo(WITHOUT_DEVIATION) < 0, "sd");
            add(head, this == ALL, "median");
            add(head, this != RATIO_ALONE, "95% of mean");
            if (table.judged()) {
                head.add("× " + TextTable.cut(Plain.line(table.baseline()), 12));
                head.add(this == ALL ? "[95%]" : "");
                add(head, this == ALL, "p");
                add(head, this == ALL, "effect");
            }
            text.row(head);
            table.rows().forEach(row -> text.row(cells(table, row, decimals)));
            return text.lines();
        }

        private List<String> cells(MetricTable table, CellRow row, int decimals) {
            List<String> cells = new ArrayList<>(List.of(
                    label(row),
                    row.points().size() + (row.excluded().count() > 0 ? "*" : ""),
                    number(row, Summary::mean, decimals)));
            add(cells, compareTo(WITHOUT_DEVIATION) < 0, number(row, Summary::stddev, decimals));
            add(cells, this == ALL, number(row, Summary::median, decimals));
            add(cells, this != RATIO_ALONE, Numbers.interval(row.interval(), decimals));
            if (table.judged()) {
                int places = table.ratioDecimals();
                Optional<Comparison> change = row.change();
                String none = row.baseline() ? "1" : Numbers.NONE;
                cells.add(change.map(c -> Numbers.ratio(c, places)).orElse(none));
                String mark = this == ALL || change.isEmpty() || change.get().significant() ? "" : " ns";
                cells.add(change.map(c -> Numbers.ratioInterval(c, places)).orElse("") + mark);
                add(cells, this == ALL, change.map(c -> Numbers.p(c.pHolm())).orElse(""));
                add(cells, this == ALL, change.map(Comparison::magnitude).orElse(""));
            }
            return cells;
        }

        private static void add(List<String> cells, boolean wanted, String cell) {
            if (wanted) {
                cells.add(cell);
            }
        }

        private static String number(CellRow row, ToDoubleFunction<Summary> of, int decimals) {
            return row.summary()
                    .map(s -> Numbers.fixed(of.applyAsDouble(s), decimals))
                    .orElse(Numbers.NONE);
        }
    }

    static String label(CellRow row) {
        return TextTable.cutInside(Plain.line(row.label()), LABEL);
    }

    private static String coloured(MetricTable table, CellRow row, String line, Ansi ansi) {
        if (row.points().isEmpty()) {
            return ansi.dim(line);
        }
        Comparison change = row.change().orElse(null);
        if (change == null || !change.significant()) {
            return line;
        }
        return table.improves(change.effect()) ? ansi.good(line) : ansi.bad(line);
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
}
