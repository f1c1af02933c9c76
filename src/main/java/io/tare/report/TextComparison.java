package io.tare.report;

import io.tare.compare.CellChange;
import io.tare.compare.RunComparison;
import java.util.ArrayList;
import java.util.List;

/** A comparison of two runs for a terminal: how the testbeds differ, then one table a metric, then the gates. */
public final class TextComparison {
    private static final int SHOWN = 12;

    private TextComparison() {}

    /**
     * Each line ended by a line feed.
     *
     * @param all metrics, also those that explain others and show no clear change
     * @param width columns to keep to, 60 at least
     */
    public static String render(RunComparison comparison, boolean all, int width, boolean colour) {
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        int columns = Math.max(60, width);
        List<String> lines = new ArrayList<>();
        lines.addAll(TextNotes.wrap("base  " + ComparisonSummary.run(comparison.base()), "", columns));
        lines.addAll(TextNotes.wrap("new   " + ComparisonSummary.run(comparison.now()), "", columns));
        lines.add("");
        lines.add(ansi.bold("What differs between the two testbeds"));
        if (comparison.differences().isEmpty()) {
            lines.add("  nothing that the runs recorded");
        }
        comparison
                .differences()
                .forEach(d -> lines.addAll(TextNotes.wrap(ComparisonSummary.difference(d), "  ", columns)));
        List<ChangeTables> tables = ChangeTables.of(comparison, all);
        String workload = "";
        for (ChangeTables table : tables) {
            lines.add("");
            if (!table.workload().equals(workload)) {
                workload = table.workload();
                lines.add(ansi.bold(TextTable.cut(Plain.line(workload), columns)));
            }
            lines.addAll(table(table, columns, ansi));
        }
        int hidden = comparison.changes().size()
                - tables.stream().mapToInt(t -> t.changes().size()).sum();
        if (hidden > 0) {
            lines.add("");
            lines.addAll(TextNotes.wrap(
                    "%d comparisons of other metrics show no clear difference; --all shows them.".formatted(hidden),
                    "",
                    columns));
        }
        section("Not compared", comparison.unmatched(), lines, columns, ansi);
        section("Could not be read", ComparisonSummary.damage(comparison), lines, columns, ansi);
        section(
                "Conditions",
                comparison.gates().stream().map(ComparisonSummary::gate).toList(),
                lines,
                columns,
                ansi);
        lines.add("");
        lines.addAll(TextNotes.wrap(ComparisonSummary.verdict(comparison), "", columns));
        TextNotes.wrap(ComparisonSummary.METHOD, "", columns).forEach(l -> lines.add(ansi.dim(l)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> table(ChangeTables table, int columns, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        lines.add(TextTable.cut("%s (%s)".formatted(Plain.line(table.title()), table.direction()), columns));
        TextTable text = new TextTable().row(ChangeTables.HEAD);
        for (List<String> row : table.rows()) {
            List<String> cells = new ArrayList<>(row);
            cells.set(0, TextTable.cutInside(Plain.line(row.getFirst()), TextMetric.LABEL));
            text.row(cells);
        }
        List<String> rows = text.lines();
        lines.add(ansi.dim(TextTable.cut(rows.getFirst().stripTrailing(), columns)));
        for (int i = 1; i < rows.size(); i++) {
            CellChange change = table.changes().get(i - 1);
            String line = TextTable.cut(rows.get(i).stripTrailing(), columns);
            lines.add(
                    switch (change.way()) {
                        case WORSE -> ansi.bad(line);
                        case BETTER -> ansi.good(line);
                        default -> line;
                    });
        }
        return lines;
    }

    private static void section(String title, List<String> entries, List<String> lines, int columns, Ansi ansi) {
        if (entries.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ansi.bold(title));
        entries.stream().limit(SHOWN).forEach(entry -> lines.addAll(TextNotes.wrap(entry, "  ", columns)));
        if (entries.size() > SHOWN) {
            lines.add("  and %d more; --json has all".formatted(entries.size() - SHOWN));
        }
    }
}
