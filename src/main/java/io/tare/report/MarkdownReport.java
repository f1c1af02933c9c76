package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Imported;
import io.tare.result.Manifest;
import io.tare.result.Sample;
import io.tare.stats.Comparison;
import io.tare.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code report.md}: the findings and every table in GitHub-flavoured Markdown. */
final class MarkdownReport {
    private final Analysis analysis;
    private final Markdown out = new Markdown();

    private MarkdownReport(Analysis analysis) {
        this.analysis = analysis;
    }

    static String of(Analysis analysis) {
        return of(analysis, Optional.empty());
    }

    /** With a section that lays the run beside a published study. */
    static String of(Analysis analysis, Optional<Against> against) {
        MarkdownReport report = new MarkdownReport(analysis);
        report.head();
        MarkdownSearch.write(analysis, report.out);
        MarkdownSentences.write(Sentences.of(analysis), report.out);
        analysis.workloads().forEach(report::workload);
        against.ifPresent(it -> MarkdownAgainst.write(analysis, it, report.out));
        MarkdownTime.write(analysis.explanation(), report.out);
        report.rest();
        return report.out.toString();
    }

    private void head() {
        Manifest manifest = analysis.manifest();
        out.heading(1, manifest.study().name());
        String description = manifest.study().description();
        if (description != null) {
            out.paragraph(description);
        }
        if (manifest.study().stopping() != null) {
            String took = Took.words(analysis.run()).map(words -> " " + words).orElse("");
            out.paragraph(
                    "Samples of each cell: %s.%s".formatted(manifest.study().sampling(), took));
        }
        out.paragraph("Measured %s; %s run; %s; %s samples, %s valid; seed %d; Tare %s."
                .formatted(
                        manifest.started(),
                        manifest.state().name().toLowerCase(Locale.ROOT),
                        manifest.placed(),
                        Numbers.count(analysis.run().samples().size()),
                        Numbers.count(analysis.count(Sample.Outcome.VALID)),
                        manifest.seed(),
                        manifest.tare()));
    }

    private void workload(WorkloadResults results) {
        out.heading(2, results.workload());
        Finding.headlines(results)
                .forEach(f -> out.item("%s: %s".formatted(MetricMeaning.title(f.metric()), f.says())));
        results.uncompared().ifPresent(why -> out.item(TextReport.sentence(why)));
        out.end();
        results.tables().forEach(table -> {
            metric(table);
            if (!table.gains().isEmpty()) {
                Gains.markdown(table, out);
            }
        });
        results.latencies().forEach(this::latency);
        if (results.tables().isEmpty()) {
            out.paragraph("No sample gave numbers.");
        }
    }

    private void metric(MetricTable table) {
        int decimals = table.decimals();
        out.anchor(Places.of(analysis).table(table));
        out.heading(3, "%s, %s".formatted(MetricMeaning.title(table.metric()), table.unit()));
        out.paragraph(
                table.weight() == Weight.CPU
                        ? MetricMeaning.covers(table.metric())
                        : TextReport.sentence(table.direction()) + ".");
        List<String> head = new ArrayList<>(List.of(
                "mode", "n", "left out", "mean", "sd", HtmlTables.medianHead(table), "95% interval of the mean"));
        if (table.judged()) {
            head.addAll(List.of("× " + table.baseline() + " [95%]", "p (Holm)", "Cliff's delta"));
        }
        out.tableHead(head);
        for (CellRow row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    row.namesDataPath() ? "%s (%s)".formatted(row.label(), row.dataPath()) : row.label(),
                    Integer.toString(row.points().size()),
                    row.absent().isEmpty() ? row.excluded().toString() : "not measured",
                    number(row, Summary::mean, decimals),
                    number(row, Summary::stddev, decimals),
                    HtmlTables.median(row, decimals),
                    intervalCell(row, decimals)));
            if (table.judged()) {
                cells.add(
                        row.baseline()
                                ? "1"
                                : row.change().map(c -> change(table, c)).orElse(Numbers.NONE));
                cells.add(row.change().map(c -> Numbers.p(c.pHolm())).orElse(""));
                cells.add(row.change().map(MarkdownReport::effect).orElse(""));
            }
            out.tableRow(cells);
        }
        out.end();
    }

    private void latency(LatencyTable table) {
        out.heading(3, "Latency of %s, ms".formatted(table.title()));
        out.paragraph("All valid trials of a cell merged.");
        List<String> head = new ArrayList<>(List.of("mode", "operations"));
        LatencyTable.QUOTED.forEach(p -> head.add(TextLatency.name(p)));
        head.add("max");
        out.tableHead(head);
        int decimals = TextLatency.decimals(table);
        for (LatencyTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.label(), Numbers.count(row.operations())));
            row.quoted().forEach(v -> cells.add(Numbers.fixed(v, decimals)));
            cells.add(Numbers.fixed(row.max(), decimals));
            out.tableRow(cells);
        }
        out.end();
    }

    private void rest() {
        list(
                "Not measured",
                analysis.gaps().stream().map(g -> g.what() + ": " + g.reason()).toList());
        list(StandIns.TITLE, StandIns.of(analysis.manifest()));
        list(
                "Verdicts",
                analysis.verdicts().stream()
                        .map(v -> "%s: %d × %s, %s (trial %s): %s"
                                .formatted(v.cell(), v.count(), v.level(), v.name(), v.trialList(), v.finding()))
                        .toList());
        list("What to know of this testbed", analysis.manifest().notes());
        Imported imported = analysis.manifest().imported();
        if (imported != null) {
            list(
                    "Imported files",
                    imported.files().stream().map(HtmlImported::words).toList());
        }
        list("Could not be read", analysis.damage());
    }

    private void list(String heading, List<String> entries) {
        if (!entries.isEmpty()) {
            if (heading.equals("Verdicts")) {
                out.anchor(Places.VERDICTS);
            }
            out.heading(2, heading);
            entries.forEach(out::item);
            out.end();
        }
    }

    private static String change(MetricTable table, Comparison change) {
        int decimals = table.ratioDecimals();
        return (Numbers.ratio(change, decimals) + " " + Numbers.ratioInterval(change, decimals)).strip();
    }

    static String effect(Comparison change) {
        return "%s (%s)".formatted(Numbers.fixed(change.effect(), 2), change.magnitude());
    }

    private static String number(CellRow row, java.util.function.ToDoubleFunction<Summary> of, int decimals) {
        return row.summary()
                .map(s -> Numbers.fixed(of.applyAsDouble(s), decimals))
                .orElse(Numbers.NONE);
    }

    private static String intervalCell(CellRow row, int decimals) {
        return row.interval().isEmpty() && !row.points().isEmpty()
                ? TextReport.tooFew(row.points().size())
                : Numbers.interval(row.interval(), decimals);
    }
}
