package io.tare.report;

/** A search for tunings in Markdown. */
final class MarkdownSearch {
    private MarkdownSearch() {}

    /** Nothing where the run was no search. */
    static void write(Analysis analysis, Markdown out) {
        analysis.search().ifPresent(search -> {
            out.heading(2, SearchTable.TITLE);
            out.paragraph(search.verdict());
            out.tableHead(SearchTable.HEAD, 1);
            search.rows().forEach(out::tableRow);
            out.end();
            search.watched().forEach(out::item);
            out.end();
            out.paragraph(search.method());
        });
    }
}
