package io.tare.report;

import io.tare.result.Manifest;
import io.tare.result.Sample;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code report.html}: one file that needs nothing else and asks for nothing from the network. */
final class HtmlReport {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Analysis analysis;
    private final List<Chart> charts = new ArrayList<>();
    private final Html out = new Html();
    private final Room room;

    private final Optional<Against> against;

    private HtmlReport(Analysis analysis, Optional<Against> against) {
        this.analysis = analysis;
        this.against = against;
        room = Room.of(analysis);
    }

    static String of(Analysis analysis) {
        return of(analysis, Optional.empty());
    }

    /** With a section that lays the run beside a published study. */
    static String of(Analysis analysis, Optional<Against> against) {
        return new HtmlReport(analysis, against).page();
    }

    private String page() {
        HtmlShell.open(analysis.manifest().study().name(), "findings", "To the findings", out);
        header();
        contents();
        out.open("main").own("\n");
        HtmlFigures figures = new HtmlFigures(charts, out);
        HtmlWorkload workload = new HtmlWorkload(Places.of(analysis), Charts.of(analysis), figures, room, out);
        HtmlSearch.write(analysis, out);
        HtmlFindings.write(analysis, room, figures, out);
        for (int i = 0; i < room.sections(); i++) {
            workload.write(analysis.workloads().get(i), i);
        }
        HtmlWorkload.more(analysis.workloads().size() - room.sections(), out);
        against.ifPresent(it -> new HtmlAgainst(analysis, it, Charts.of(analysis), figures, out).write());
        HtmlTime.write(analysis.explanation(), figures, out);
        HtmlVerdicts.write(analysis, out);
        out.own(Assets.own("reading.html"));
        HtmlTestbed.write(analysis.manifest(), out);
        out.close("main");
        out.element(
                "footer",
                "Made by Tare %s from the run folder alone; the same folder gives the same file."
                        .formatted(analysis.manifest().tare()));
        return HtmlShell.close(charts, out);
    }

    private void header() {
        Manifest manifest = analysis.manifest();
        out.open("header").own("\n");
        HtmlShell.top(out);
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
        if (manifest.study().stopping() != null) {
            meta.add("samples of each cell: " + manifest.study().sampling());
        }
        meta.add(manifest.placed());
        meta.add("seed " + manifest.seed());
        out.open("p", "class", "meta");
        meta.forEach(item -> out.element("span", item));
        out.close("p");
        Took.words(analysis.run()).ifPresent(words -> out.element("p", words, "class", "small"));
        if (manifest.state() != Manifest.State.COMPLETE) {
            out.element(
                    "p",
                    "This run is %s: it has not all the samples that the study asks for. What is here is complete in itself."
                            .formatted(manifest.state() == Manifest.State.PARTIAL ? "partial" : "still running"),
                    "class",
                    "warn");
        }
        if (manifest.imported() != null) {
            out.element("p", HtmlImported.WARNING, "class", "warn");
        }
        out.close("header");
    }

    private void contents() {
        out.open("nav", "aria-label", "Contents").own("\n");
        analysis.search().ifPresent(_ -> out.element("a", SearchTable.TITLE, "href", "#search"));
        out.element("a", "Findings", "href", "#findings");
        for (int i = 0; i < room.sections(); i++) {
            out.element("a", analysis.workloads().get(i).workload(), "href", "#w" + i);
        }
        against.ifPresent(it -> out.element("a", "Against " + it.study().name(), "href", "#" + HtmlAgainst.PLACE));
        if (!analysis.explanation().cells().isEmpty()) {
            out.element("a", "Where the time goes", "href", "#time");
        }
        out.element("a", "Verdicts", "href", "#verdicts");
        out.element("a", "How to read", "href", "#reading");
        out.element("a", "Testbed", "href", "#testbed");
        if (analysis.manifest().imported() == null) {
            out.element("a", "Commands", "href", "#commands");
        }
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
