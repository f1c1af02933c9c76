package io.tare.report;

import io.tare.explain.Explanation;
import java.util.List;

/** The section "Where the time goes" in Markdown. */
final class MarkdownTime {
    private MarkdownTime() {}

    /** Nothing where the run has no counters. */
    static void write(Explanation explanation, Markdown out) {
        if (explanation.cells().isEmpty()) {
            return;
        }
        out.heading(2, "Where the time goes");
        explanation.byWorkload().forEach((workload, cells) -> {
            out.heading(3, workload);
            cells.forEach(cell -> {
                if (cell.bottlenecks().isEmpty()) {
                    out.item(TimeTables.saysNothing(cell));
                }
                cell.bottlenecks()
                        .forEach(found -> out.item("%s %s. To try: %s."
                                .formatted(
                                        TimeTables.says(cell, found),
                                        String.join("; ", found.evidence()),
                                        found.remedy())));
            });
            out.end();
            TimeTables tables = new TimeTables(cells);
            List.of(tables.cpu(), tables.packets(), tables.layers()).forEach(table -> table(table, out));
        });
        explanation.remarks().forEach(out::paragraph);
    }

    private static void table(List<List<String>> rows, Markdown out) {
        if (!rows.isEmpty()) {
            out.tableHead(rows.getFirst());
            rows.subList(1, rows.size()).forEach(out::tableRow);
            out.end();
        }
    }
}
