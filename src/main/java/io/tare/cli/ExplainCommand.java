package io.tare.cli;

import io.tare.explain.Explanation;
import io.tare.report.TextTime;
import io.tare.result.RecordedRun;
import io.tare.result.ResultException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare explain}: where the time of a run went. */
@Command(
        name = "explain",
        description =
                "Says where a run's time went: what each cell cost in CPU, and the bottlenecks that its counters show.",
        mixinStandardHelpOptions = true,
        footer = {"", "docs/explain.md says what each figure is and where it comes from."})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run's folder, such as runs/2026-11-24T10-31-07-quick.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(names = "--json", description = "All figures as one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Explanation explanation = Explanation.of(RecordedRun.read(folder));
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(explanation));
        } else if (explanation.cells().isEmpty()) {
            throw new ResultException(
                    "%s has no counters of a valid trial, so there is nothing to explain: it was run by an older Tare, or no trial was valid. Run its study again. %s"
                            .formatted(folder, String.join(" ", explanation.remarks())));
        } else {
            out.print(TextTime.render(explanation, Terminal.here().width()));
        }
        out.flush();
        return ExitCode.DONE;
    }
}
