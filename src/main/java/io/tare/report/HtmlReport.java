package io.tare.report;

import io.tare.explain.Explanation;
import io.tare.result.Manifest;
import io.tare.result.Sample;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code report.html}: one file that needs nothing else and asks for nothing from the network. */
final class HtmlReport {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** Of all tables together; so many take about 1 MB. */
    private static final long MOST_ROWS = 3_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Chart>> CHARTS = new TypeReference<>() {};

    private final Analysis analysis;
    private final Explanation explanation;
    private final List<Chart> charts = new ArrayList<>();
    private final Html out = new Html();

    private HtmlReport(Analysis analysis) {
        this.analysis = analysis;
        this.explanation = Explanation.of(analysis.run());
    }

    static String of(Analysis analysis) {
        return new HtmlReport(analysis).page();
    }

    private String page() {
        out.own("<!DOCTYPE html>\n").open("html", "lang", "en").own("\n").open("head");
        out.own("<meta charset=\"utf-8\">\n");
        out.own("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline';"
                + " style-src 'unsafe-inline'; img-src data: blob:\">\n");
        out.own("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.own("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.element("title", analysis.manifest().study().name() + " \u2013 Tare");
        out.own("<style>\n" + Assets.own("theme.css") + Assets.own("report.css") + "</style>\n");
        out.close("head").open("body").own("\n");
        out.own("<a class=\"skip\" href=\"#findings\">To the findings</a>\n");
        header();
        contents();
        out.open("main").own("\n");
        HtmlSearch.write(analysis, out);
        HtmlFindings.write(analysis, out);
        HtmlWorkload workload = new HtmlWorkload(Charts.of(analysis), charts, rows() <= MOST_ROWS, out);
        for (int i = 0; i < analysis.workloads().size(); i++) {
            workload.write(analysis.workloads().get(i), "w" + i);
        }
        HtmlTime.write(explanation, workload::figure, out);
        HtmlVerdicts.write(analysis, out);
        out.own(Assets.own("reading.html"));
        HtmlTestbed.write(analysis.manifest(), out);
        out.close("main");
        out.element(
                "footer",
                "Made by Tare %s from the run folder alone; the same folder gives the same file."
                        .formatted(analysis.manifest().tare()));
        out.own("<script type=\"application/json\" id=\"charts\">"
                + island(JSON.writerFor(CHARTS).writeValueAsString(charts)) + "</script>\n");
        out.own("<script>" + Assets.echarts() + "</script>\n");
        out.own("<script>\n" + Assets.own("charts.js") + Assets.own("page.js") + "</script>\n");
        return out.close("body").close("html").toString();
    }

    private long rows() {
        return analysis.workloads().stream()
                .flatMap(workload -> workload.tables().stream())
                .mapToLong(table -> table.rows().size())
                .sum();
    }

    private void header() {
        Manifest manifest = analysis.manifest();
        out.open("header").own("\n").open("div", "class", "top");
        out.own("<span class=\"mark\">Tare</span>");
        out.own("<fieldset class=\"theme\"><legend class=\"unseen\">Colours</legend>");
        for (String theme : List.of("auto", "light", "dark")) {
            out.own("<label><input type=\"radio\" name=\"theme\" value=\"%s\"%s><span>%s</span></label>"
                    .formatted(theme, theme.equals("auto") ? " checked" : "", theme));
        }
        out.own("</fieldset>").close("div");
        out.element("h1", manifest.study().name());
        String description = manifest.study().description();
        if (description != null) {
            out.element("p", description, "class", "lead");
        }
        long valid = analysis.count(Sample.Outcome.VALID);
        List<String> meta = new ArrayList<>();
        meta.add(DAY.format(manifest.started()));
        if (manifest.spent().total() > 0) {
            meta.add(
                    "took " + span(Duration.ofMillis(Math.round(manifest.spent().total() * 1000))));
        }
        meta.add("%s of %s samples valid"
                .formatted(
                        Numbers.count(valid),
                        Numbers.count(analysis.run().samples().size())));
        if (manifest.spent().total() > 0) {
            meta.add("%.0f%% of the time was measurement"
                    .formatted(manifest.spent().share() * 100));
        }
        meta.add(manifest.study().placement().meaning());
        meta.add("seed " + manifest.seed());
        out.open("p", "class", "meta");
        meta.forEach(item -> out.element("span", item));
        out.close("p");
        if (manifest.state() != Manifest.State.COMPLETE) {
            out.element(
                    "p",
                    "This run is %s: it has not all the samples that the study asks for. What is here is complete in itself."
                            .formatted(manifest.state() == Manifest.State.PARTIAL ? "partial" : "still running"),
                    "class",
                    "warn");
        }
        out.close("header");
    }

    private void contents() {
        out.open("nav", "aria-label", "Contents").own("\n");
        SearchTable.of(analysis).ifPresent(_ -> out.element("a", SearchTable.TITLE, "href", "#search"));
        out.element("a", "Findings", "href", "#findings");
        for (int i = 0; i < analysis.workloads().size(); i++) {
            out.element("a", analysis.workloads().get(i).workload(), "href", "#w" + i);
        }
        if (!explanation.cells().isEmpty()) {
            out.element("a", "Where the time goes", "href", "#time");
        }
        out.element("a", "Verdicts", "href", "#verdicts");
        out.element("a", "How to read", "href", "#reading");
        out.element("a", "Testbed", "href", "#testbed");
        out.element("a", "Commands", "href", "#commands");
        out.element("a", "Study", "href", "#study");
        out.close("nav");
    }

    static String span(Duration time) {
        long seconds = time.toSeconds();
        return seconds >= 5400
                ? "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60)
                : seconds >= 90 ? "%d min %02d s".formatted(seconds / 60, seconds % 60) : seconds + " s";
    }

    /** JSON that cannot end the script element it stands in. */
    static String island(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
