package io.tare.report;

import java.util.List;
import java.util.stream.Collectors;

/** The section that lays a run beside a published study: what is compared, then every table and every figure, or why one is missing. */
record HtmlAgainst(Analysis analysis, Against against, Charts charts, HtmlTime.Figures figures, Html out) {
    static final String PLACE = "against";

    void write() {
        PublishedStudy study = against.study();
        out.open("section", "id", PLACE).own("\n");
        out.element("h2", "Against " + study.name());
        out.element("p", "Published: " + study.source() + ".");
        out.element("p", AgainstWords.summary(against));
        out.element("p", AgainstWords.METHOD, "class", "small");
        testbeds();
        for (AgainstTable table : against.tables()) {
            table(table);
        }
        out.element("h3", "Figures");
        out.element("p", AgainstWords.FIGURES, "class", "small");
        HtmlTables.open("Published figures", "and where this run's own are", out);
        HtmlTables.head(List.of("figure", "this run's"), out);
        against.figures().forEach(this::figure);
        HtmlTables.close(out);
        out.close("section");
    }

    private void testbeds() {
        HtmlTables.open("Testbeds", "", out);
        HtmlTables.head(List.of("fact", "published", "here"), out);
        for (List<String> row : AgainstWords.testbeds(against.study(), analysis.manifest())) {
            out.open("tr").element("th", row.get(0), "scope", "row");
            out.element("td", row.get(1), "class", "why").element("td", row.get(2), "class", "why");
            out.close("tr");
        }
        HtmlTables.close(out);
        out.open("ul").own("\n");
        new Reasons(analysis, against.study())
                .testbed()
                .forEach(reason -> out.element("li", TextReport.sentence(reason) + "."));
        out.close("ul");
    }

    private void table(AgainstTable table) {
        out.element("h3", table.title(), "id", "p" + table.published().number());
        String missing = table.missing();
        if (!missing.isEmpty()) {
            out.element("p", "Missing: " + missing + ".", "class", "warn");
        } else {
            out.open("ul").own("\n");
            table.says().forEach(says -> out.element("li", says));
            out.close("ul");
        }
        new ChangeCharts(charts.hues())
                .forest(table)
                .ifPresent(forest -> figures.draw(
                        forest,
                        "Dots: measured here; diamonds: published. Whiskers: 95% intervals. Where the two do not meet, the change is of another size.",
                        AgainstCells.rows(table).stream()
                                .map(r -> "%s: published %s, measured %s".formatted(r.get(0), r.get(2), r.get(5)))
                                .collect(Collectors.joining("; "))));
        HtmlTables.open(
                table.published().title(),
                MetricMeaning.direction(table.published().better().better()),
                out);
        HtmlTables.head(AgainstCells.head(table), out);
        List<List<String>> rows = AgainstCells.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            out.open("tr");
            List<String> cells = rows.get(i);
            table.rows()
                    .get(i)
                    .measured()
                    .ifPresentOrElse(
                            m -> HtmlTables.mode(m, charts, out),
                            () -> out.element("th", cells.getFirst(), "scope", "row"));
            cells.subList(1, cells.size() - 1).forEach(cell -> out.element("td", cell));
            out.element("td", cells.getLast(), "class", "why");
            out.close("tr");
        }
        HtmlTables.close(out);
    }

    private void figure(AgainstFigure figure) {
        out.open("tr").element("th", figure.title(), "scope", "row");
        out.open("td", "class", "why");
        for (AgainstFigure.Found part : figure.parts()) {
            out.open("div");
            part.place()
                    .ifPresentOrElse(
                            place -> out.element("a", part.words(), "href", "#" + place),
                            () -> out.text("%s: missing, %s".formatted(part.words(), part.missing())));
            out.close("div");
        }
        out.close("td").close("tr");
    }
}
