package io.tare.cli;

import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import java.io.PrintWriter;

/** What a run found: the tables on the screen, the report in its folder, and where that is. */
record Outcome(PrintWriter out) {
    void show(RecordedRun run) {
        Manifest.Spent spent = run.manifest().spent();
        out.println("%d samples; %s, of which %.0f%% were measurement"
                .formatted(run.samples().size(), Durations.words(spent.total()), 100 * spent.share()));
        out.println("run:    " + run.folder());
        out.flush();
    }
}
