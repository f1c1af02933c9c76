package io.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A latency distribution's percentiles in plain text. */
final class TextLatency {
    private TextLatency() {}

    static List<String> lines(LatencyTable table, int columns, Ansi ansi) {
        TextTable text = new TextTable();
        List<String> head = new ArrayList<>(List.of("mode", "operations"));
        LatencyTable.QUOTED.forEach(p -> head.add(name(p)));
        head.add("max");
        text.row(head);
        int decimals = decimals(table);
        for (LatencyTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    TextTable.cutInside(Plain.line(row.label()), TextMetric.LABEL), Numbers.count(row.operations())));
            row.quoted().forEach(v -> cells.add(Numbers.fixed(v, decimals)));
            cells.add(Numbers.fixed(row.max(), decimals));
            text.row(cells);
        }
        List<String> lines = new ArrayList<>();
        lines.add("Latency of %s, ms (all valid trials merged)".formatted(Plain.line(table.title())));
        List<String> rows = text.lines();
        lines.add(ansi.dim(TextTable.cut(rows.getFirst(), columns)));
        rows.stream().skip(1).forEach(row -> lines.add(TextTable.cut(row, columns)));
        return lines;
    }

    /** {@code p99.9}. */
    static String name(double percentile) {
        return percentile == Math.rint(percentile)
                ? String.format(Locale.ROOT, "p%.0f", percentile)
                : "p" + Double.toString(percentile);
    }

    static int decimals(LatencyTable table) {
        double[] medians =
                table.rows().stream().mapToDouble(r -> r.quoted().getFirst()).toArray();
        return Math.min(3, Numbers.decimals(medians));
    }
}
