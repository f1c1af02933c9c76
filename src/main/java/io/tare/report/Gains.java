package io.tare.report;

import io.tare.stats.Comparison;
import java.util.ArrayList;
import java.util.List;

/** What tunings change of one metric: each against its own mode without a tuning, in the same run. */
final class Gains {
    static final List<String> HEAD = List.of("tuned", "× untuned", "95%", "p", "effect");

    private Gains() {}

    static String title(MetricTable table) {
        return "%s, change by tuning".formatted(MetricMeaning.title(table.metric()));
    }

    /** One row a tuned cell: {@code overlay+rps}, the ratio, its interval, p after Holm's correction, Cliff's delta. */
    static List<List<String>> rows(MetricTable table) {
        int decimals = table.gainDecimals();
        List<List<String>> rows = new ArrayList<>();
        for (CellRow row : table.gains()) {
            Comparison gain = row.gain().orElseThrow();
            rows.add(List.of(
                    row.label(),
                    Numbers.ratio(gain, decimals),
                    Numbers.ratioInterval(gain, decimals),
                    Numbers.p(gain.pHolm()),
                    MarkdownReport.effect(gain)));
        }
        return rows;
    }

    /** {@code overlay+rps carries 1.26 × overlay [1.21, 1.30]}. */
    static Finding finding(MetricTable table, CellRow row, Comparison gain) {
        String interval = Numbers.ratioInterval(gain, table.gainDecimals());
        String says = "%s %s %s × %s%s"
                .formatted(
                        Plain.line(row.label()),
                        MetricMeaning.verb(table.metric()),
                        Numbers.ratio(gain, table.gainDecimals()),
                        Plain.line(row.cell().mode()),
                        interval.isEmpty()
                                ? " (too few samples for an interval)"
                                : " " + interval + (gain.significant() ? "" : ", no clear difference"));
        return new Finding(table.workload(), table.metric(), says, gain.significant(), true);
    }

    /** In plain text, coloured by which way it goes. */
    static List<String> text(MetricTable table, int columns, Ansi ansi) {
        TextTable text = new TextTable().row(HEAD);
        rows(table).forEach(row -> {
            List<String> cells = new ArrayList<>(row);
            cells.set(0, TextTable.cutInside(Plain.line(row.getFirst()), 24));
            text.row(cells);
        });
        List<String> lines = new ArrayList<>(List.of(TextTable.cut(Plain.line(title(table)), columns)));
        List<String> drawn = text.lines();
        lines.add(ansi.dim(TextTable.cut(drawn.getFirst(), columns).stripTrailing()));
        for (int i = 0; i < table.gains().size(); i++) {
            String line = TextTable.cut(drawn.get(i + 1), columns).stripTrailing();
            Comparison gain = table.gains().get(i).gain().orElseThrow();
            lines.add(!gain.significant() ? line : table.improves(gain.effect()) ? ansi.good(line) : ansi.bad(line));
        }
        return lines;
    }

    static void markdown(MetricTable table, Markdown out) {
        out.heading(3, title(table));
        out.paragraph("Each against its own mode untouched, in the same blocks; " + table.direction() + ".");
        out.tableHead(HEAD);
        rows(table).forEach(out::tableRow);
        out.end();
    }

    static void html(MetricTable table, Charts charts, Html out) {
        HtmlTables.open(title(table), "each against its own mode untouched; " + table.direction(), out);
        HtmlTables.head(HEAD, out);
        List<List<String>> rows = rows(table);
        for (int i = 0; i < rows.size(); i++) {
            out.open("tr");
            HtmlTables.mode(table.gains().get(i), charts, out);
            rows.get(i).stream().skip(1).forEach(cell -> out.element("td", cell));
            out.close("tr");
        }
        HtmlTables.close(out);
    }
}
