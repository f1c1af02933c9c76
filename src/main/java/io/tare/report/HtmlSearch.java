package io.tare.report;

import java.util.List;

/** The section of a search for tunings: each knob, its change with interval, kept or not and why, and the confirmation. */
final class HtmlSearch {
    private HtmlSearch() {}

    /** Nothing where the run was no search. */
    static void write(Analysis analysis, Html out) {
        analysis.search().ifPresent(search -> {
            out.open("section", "id", "search").own("\n");
            out.element("h2", SearchTable.TITLE);
            out.element("p", search.verdict(), "class", "lead");
            HtmlTables.open("Each against what it was compared with", search.metric(), out);
            HtmlTables.head(SearchTable.HEAD, out);
            for (List<String> row : search.rows()) {
                out.open("tr").element("th", row.getFirst(), "scope", "row");
                row.subList(1, row.size() - 1).forEach(cell -> out.element("td", cell));
                out.element("td", row.getLast(), "class", "why");
                out.close("tr");
            }
            HtmlTables.close(out);
            if (!search.watched().isEmpty()) {
                out.element("h3", "What was watched");
                out.open("ul").own("\n");
                search.watched().forEach(w -> out.element("li", w));
                out.close("ul");
            }
            out.element("p", search.method(), "class", "small");
            out.close("section");
        });
    }
}
