package io.tare.report;

/** The run beside a published study, in Markdown. */
final class MarkdownAgainst {
    private MarkdownAgainst() {}

    static void write(Analysis analysis, Against against, Markdown out) {
        PublishedStudy study = against.study();
        out.heading(2, "Against " + study.name());
        out.paragraph("Published: " + study.source() + ".");
        out.paragraph(AgainstWords.summary(against));
        out.paragraph(AgainstWords.METHOD);
        out.tableHead(java.util.List.of("fact", "published", "here"));
        AgainstWords.testbeds(study, analysis.manifest()).forEach(out::tableRow);
        out.end();
        new Reasons(analysis, study).testbed().forEach(reason -> out.item(TextReport.sentence(reason) + "."));
        out.end();
        for (AgainstTable table : against.tables()) {
            out.heading(3, table.title());
            if (!table.missing().isEmpty()) {
                out.paragraph("Missing: " + table.missing() + ".");
            }
            table.says().forEach(out::item);
            out.end();
            out.tableHead(AgainstCells.head(table));
            AgainstCells.rows(table).forEach(out::tableRow);
            out.end();
        }
        out.heading(3, "Figures");
        out.paragraph(
                "Boxplots, distributions and CPU were published as pictures without their points; this run's own are in report.html.");
        for (AgainstFigure figure : against.figures()) {
            out.item(figure.title() + ": " + figure.words("in report.html"));
        }
        out.end();
    }
}
