package io.tare.report;

import java.util.ArrayList;
import java.util.List;

/** Several metrics side by side in plain text, means alone: what explains a result and needs no table of its own. */
final class TextMeans {
    private TextMeans() {}

    /** One column a metric; as many tables as the width asks for. */
    static List<String> lines(List<MetricTable> tables, int columns, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        List<MetricTable> left = tables;
        while (!left.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            int fit = left.size();
            List<String> rows = table(left.subList(0, fit)).lines();
            while (fit > 1 && TextTable.width(rows.getFirst()) > columns) {
                fit--;
                rows = table(left.subList(0, fit)).lines();
            }
            for (int i = 0; i < rows.size(); i++) {
                String line = TextTable.cut(rows.get(i), columns).stripTrailing();
                lines.add(i < 2 ? ansi.dim(line) : line);
            }
            left = left.subList(fit, left.size());
        }
        return lines;
    }

    private static TextTable table(List<MetricTable> tables) {
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
            List<String> cells = new ArrayList<>(List.of(TextMetric.label(first.get(i))));
            tables.forEach(table -> cells.add(table.rows()
                    .get(at)
                    .summary()
                    .map(s -> Numbers.fixed(s.mean(), Numbers.decimals(table.means(), 3)))
                    .orElse(Numbers.NONE)));
            text.row(cells);
        }
        return text;
    }
}
