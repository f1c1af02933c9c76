package io.tare.report;

import io.tare.report.MetricTable.Weight;
import io.tare.result.Manifest;
import io.tare.result.Sample;
import io.tare.stats.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for a terminal: what was found, then one table a metric, the ones that matter most first. */
public final class TextReport {
    private final Analysis analysis;

    private TextReport(Analysis analysis) {
        this.analysis = analysis;
    }

    public static TextReport of(Analysis analysis) {
        return new TextReport(analysis);
    }

    /**
     * The whole report, each line ended by a line feed.
     *
     * @param width columns to keep to, 60 at least; lines that quote a reason are wrapped
     * @param colour whether to use ANSI colours
     */
    public String render(int width, boolean colour) {
        Ansi ansi = colour ? Ansi.ON : Ansi.OFF;
        int columns = Math.max(60, width);
        List<String> lines = new ArrayList<>();
        head(lines, columns, ansi);
        TextSearch.add(analysis, lines, columns, ansi);
        for (WorkloadResults results : analysis.workloads()) {
            workload(results, lines, columns, ansi);
        }
        TextNotes.add(analysis, lines, columns, ansi);
        return String.join("\n", lines) + "\n";
    }

    private void head(List<String> lines, int columns, Ansi ansi) {
        Manifest manifest = analysis.manifest();
        long valid = analysis.count(Sample.Outcome.VALID);
        lines.add(ansi.bold(TextTable.cut(Plain.line(manifest.study().name()), columns)));
        String state = manifest.state() == Manifest.State.COMPLETE
                ? ""
                : ", " + manifest.state().name().toLowerCase(Locale.ROOT) + " run";
        String rule = manifest.study().stopping() == null
                ? ""
                : " of each cell %s;".formatted(manifest.study().sampling());
        lines.add(ansi.dim("%s samples,%s %s valid%s; %s"
                .formatted(
                        Numbers.count(analysis.run().samples().size()),
                        rule,
                        Numbers.count(valid),
                        state,
                        manifest.placed())));
    }

    private static void workload(WorkloadResults results, List<String> lines, int columns, Ansi ansi) {
        lines.add("");
        lines.add(ansi.bold(TextTable.cut(Plain.line(results.workload()), columns)));
        for (Finding finding : Finding.headlines(results)) {
            String which = results.tables(Weight.MAIN).size() > 1 ? " (" + finding.metric() + ")" : "";
            TextNotes.wrap(finding.says() + Plain.line(which), "  ", columns).forEach(lines::add);
        }
        results.uncompared().ifPresent(why -> lines.addAll(TextNotes.wrap(Plain.line(sentence(why)), "  ", columns)));
        if (results.tables().stream()
                .allMatch(t -> t.rows().stream().allMatch(r -> r.points().isEmpty()))) {
            lines.add("  No valid sample: nothing to compare.");
        }
        for (MetricTable table : results.tables(Weight.MAIN)) {
            lines.add("");
            lines.addAll(TextMetric.full(table, columns, ansi));
            if (!table.gains().isEmpty()) {
                lines.add("");
                lines.addAll(Gains.text(table, columns, ansi));
            }
        }
        for (LatencyTable latency : results.latencies()) {
            lines.add("");
            lines.addAll(TextLatency.lines(latency, columns, ansi));
        }
        List<MetricTable> rest = new ArrayList<>(results.tables(Weight.DETAIL));
        rest.addAll(results.tables(Weight.CPU));
        if (!rest.isEmpty()) {
            lines.add("");
            lines.addAll(TextMeans.lines(rest, columns, ansi));
        }
    }

    /** Begun with a capital letter. */
    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The sentence below a table without intervals. */
    static String tooFew(int n) {
        return "%d %s: no interval below %d".formatted(n, n == 1 ? "sample" : "samples", Bootstrap.LEAST);
    }
}
