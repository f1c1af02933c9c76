package io.tare.report;

import io.tare.explain.Bottleneck;
import io.tare.explain.CellTime;
import io.tare.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where the time goes, for a terminal: a workload at a time, what its cells cost, what their packets were, and the bottlenecks seen. */
public final class TextTime {
    private static final int LABEL = 13;

    private TextTime() {}

    /**
     * Each line ended by a line feed.
     *
     * @param width columns to keep to, 60 at least; the tables of figures are up to 100 wide
     */
    public static String render(Explanation explanation, int width) {
        List<String> lines = new ArrayList<>();
        explanation.byWorkload().forEach((workload, cells) -> {
            TimeTables tables = new TimeTables(cells);
            lines.add(TextTable.cut(Plain.line(workload), width));
            for (List<List<String>> table : List.of(tables.cpu(), tables.packets(), tables.layers())) {
                if (!table.isEmpty()) {
                    lines.addAll(table(table));
                    lines.add("");
                }
            }
            cells.forEach(cell -> said(cell, lines, width));
            lines.add("");
        });
        explanation.remarks().forEach(remark -> lines.addAll(TextNotes.wrap(remark, "", width)));
        return String.join("\n", lines) + "\n";
    }

    /** Columns without a number take no room. */
    private static List<String> table(List<List<String>> rows) {
        List<Integer> full = IntStream.range(0, rows.getFirst().size())
                .filter(i -> rows.stream()
                        .skip(1)
                        .anyMatch(row -> !row.get(i).isEmpty() && !row.get(i).equals(Numbers.NONE)))
                .boxed()
                .toList();
        TextTable table = new TextTable();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(full.stream().map(row::get).toList());
            cells.set(0, TextTable.cutInside(Plain.line(cells.getFirst()), LABEL));
            table.row(cells);
        }
        return table.lines().stream().map(line -> "  " + line).toList();
    }

    private static void said(CellTime cell, List<String> lines, int width) {
        if (cell.bottlenecks().isEmpty()) {
            lines.addAll(TextNotes.wrap(TimeTables.saysNothing(cell), "  ", width));
        }
        for (Bottleneck found : cell.bottlenecks()) {
            lines.addAll(TextNotes.wrap(TimeTables.says(cell, found), "  ", width));
            found.evidence().forEach(e -> lines.addAll(TextNotes.wrap("- " + e, "      ", width)));
            lines.addAll(TextNotes.wrap("try: " + found.remedy(), "      ", width));
        }
    }
}
