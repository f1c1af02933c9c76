package io.tare.cli;

import io.tare.report.LatexReport;
import io.tare.report.Plain;
import io.tare.report.PublishedStudy;
import io.tare.report.Reports;
import io.tare.report.TextReport;
import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What a run found: the tables on the screen, the report in its folder, and where that is. */
record Outcome(PrintWriter out) {
    /** For programs: one JSON line with the paths. */
    void tell(RecordedRun run) {
        Reports written = Reports.write(run);
        Map<String, String> line = new LinkedHashMap<>();
        line.put("event", "reported");
        line.put("run", run.folder().toString());
        line.put("html", written.html().toString());
        line.put("markdown", written.markdown().toString());
        line.put("json", written.json().toString());
        line.put("samples", written.samples().toString());
        out.println(JsonMapper.shared().writeValueAsString(line));
        out.flush();
    }

    /** {@code report.json} alone, written and printed. */
    void print(RecordedRun run, Optional<PublishedStudy> study, Optional<Path> latex) {
        Reports.Written made = Reports.write(run, study);
        latex.ifPresent(folder -> LatexReport.write(made.analysis(), made.against(), folder));
        out.print(made.files().text());
        out.flush();
    }

    void show(RecordedRun run) {
        show(run, Optional.empty(), Optional.empty());
    }

    /** The same beside a published study, and for a paper in the folder {@code latex}. */
    void show(RecordedRun run, Optional<PublishedStudy> study, Optional<Path> latex) {
        Terminal terminal = Terminal.here();
        Reports.Written made = Reports.write(run, study);
        Manifest.Spent spent = run.manifest().spent();
        out.print(TextReport.of(made.analysis()).render(terminal.width(), terminal.colour()));
        out.println();
        out.println(
                run.manifest().imported() != null
                        ? "Imported, not measured by Tare: the hosts are not known, answers were not checked."
                        : "%s in all, of which %.0f%% was measurement."
                                .formatted(Durations.words(spent.total()), 100 * spent.share()));
        made.against()
                .ifPresent(
                        it -> out.println("against %s: %s".formatted(it.study().name(), it.summary())));
        out.println("report  " + Plain.line(made.files().html().toString()));
        latex.map(folder -> LatexReport.write(made.analysis(), made.against(), folder))
                .ifPresent(it -> out.println("latex   %s, with %d figures"
                        .formatted(Plain.line(it.folder().resolve("report.tex").toString()), it.figures())));
        out.println("run     " + Plain.line(run.folder().toString()));
        out.flush();
    }
}
