package io.tare.cli;

import io.tare.result.RecordedRun;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How much a command says while it works. */
final class NarrationOptions {
    @Option(names = "--quiet", description = "Say nothing while running; the result only.")
    private boolean quiet;

    @Option(names = "--json", description = "Say what happens as one JSON document a line.")
    private boolean json;

    /** What a run found, and where its report is; nothing where it has no sample. */
    void show(RecordedRun run, PrintWriter out) {
        if (run.samples().isEmpty()) {
            return;
        }
        Outcome outcome = new Outcome(out);
        if (json) {
            outcome.tell(run);
        } else {
            outcome.show(run);
        }
    }

    /** The same for a search. */
    SearchNarration searching(PrintWriter out) {
        if (json) {
            return new SearchJson(out);
        }
        return quiet ? SearchNarration.silent() : new SearchLines(out, Terminal.here());
    }

    Narration to(PrintWriter out) {
        Terminal terminal = Terminal.here();
        if (json) {
            return new JsonNarration(out);
        }
        if (quiet) {
            return event -> {};
        }
        return terminal.live() ? new LiveNarration(out, terminal.width()) : new PlainNarration(out);
    }
}
