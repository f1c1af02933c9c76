package io.tare.report;

import java.util.List;

/** What was not measured, what was found wrong or worth knowing, and what could not be read. */
final class HtmlVerdicts {
    /** Rows of the table; the gravest come first. */
    private static final int MOST = 300;

    private HtmlVerdicts() {}

    static void write(Analysis analysis, Html out) {
        out.open("section", "id", "verdicts").own("\n");
        out.element("h2", "Verdicts");
        if (!analysis.gaps().isEmpty()) {
            HtmlTables.open("Not measured", "", out);
            HtmlTables.head(List.of("cells", "why"), out);
            for (Gap gap : analysis.gaps()) {
                out.open("tr").element("th", gap.what(), "scope", "row");
                out.element("td", gap.reason(), "class", "why").close("tr");
            }
            HtmlTables.close(out);
        }
        if (analysis.verdicts().isEmpty()) {
            out.element("p", "Every check of every sample was passed.");
        } else {
            HtmlTables.open(
                    "Checks that were not passed",
                    "failed and invalid samples are left out of every figure; a note is worth knowing and the sample counts",
                    out);
            List<VerdictCount> shown = analysis.verdicts()
                    .subList(0, Math.min(MOST, analysis.verdicts().size()));
            HtmlTables.head(List.of("cell", "level", "check", "count", "trials", "finding, of the first"), out);
            for (VerdictCount verdict : shown) {
                out.open("tr").element("th", verdict.cell().toString(), "scope", "row");
                out.element("td", verdict.level(), "class", "word level-" + verdict.level());
                out.element("td", verdict.level().equals("failed") ? "" : verdict.name(), "class", "word");
                out.element("td", Numbers.count(verdict.count()), "class", "num");
                out.element("td", verdict.trialList(), "class", "trials");
                out.element("td", verdict.finding(), "class", "why").close("tr");
            }
            HtmlTables.close(out);
            int more = analysis.verdicts().size() - shown.size();
            if (more > 0) {
                out.element("p", "And %s more, all in report.md.".formatted(Numbers.count(more)), "class", "small");
            }
        }
        list(StandIns.TITLE, StandIns.of(analysis.manifest()), out);
        list("What to know of this testbed", analysis.manifest().notes(), out);
        list("What could not be read of the run folder", analysis.damage(), out);
        out.close("section");
    }

    private static void list(String heading, List<String> entries, Html out) {
        if (!entries.isEmpty()) {
            out.element("h3", heading).open("ul").own("\n");
            entries.forEach(entry -> out.element("li", entry));
            out.close("ul");
        }
    }
}
