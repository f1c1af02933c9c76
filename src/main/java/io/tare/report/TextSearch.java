package io.tare.report;

import java.util.ArrayList;
import java.util.List;

/** A search for tunings on a terminal: what came of it, a row a tuning, and why each was not kept. */
final class TextSearch {
    private TextSearch() {}

    /** Nothing where the run was no search. */
    static void add(Analysis analysis, List<String> lines, int columns, Ansi ansi) {
        analysis.search().ifPresent(search -> {
            lines.add("");
            lines.add(ansi.bold(
                    TextTable.cut("%s: %s".formatted(SearchTable.TITLE, Plain.line(search.metric())), columns)));
            TextNotes.wrap(search.verdict(), "  ", columns).forEach(lines::add);
            lines.add("");
            TextTable table = new TextTable();
            table.row(SearchTable.HEAD.subList(0, 5));
            search.rows().forEach(row -> table.row(cut(row)));
            List<String> drawn = table.lines();
            lines.add(ansi.dim(drawn.getFirst() + "  " + SearchTable.HEAD.getLast()));
            for (int i = 1; i < drawn.size(); i++) {
                String outcome = search.rows().get(i - 1).getLast();
                String line = TextTable.cut(drawn.get(i) + "  " + Plain.line(outcome), columns);
                lines.add(outcome.endsWith("kept") ? ansi.good(line) : line);
            }
            search.watched().forEach(w -> lines.addAll(TextNotes.wrap(w, "  ", columns)));
            lines.add("");
            TextNotes.wrap(search.method(), "", columns).forEach(l -> lines.add(ansi.dim(l)));
        });
    }

    private static List<String> cut(List<String> row) {
        List<String> cells = new ArrayList<>(row.subList(0, 5));
        cells.set(0, TextTable.cutInside(Plain.line(row.getFirst()), 24));
        cells.set(1, TextTable.cutInside(Plain.line(row.get(1)), 16));
        return cells;
    }
}
