package io.tare.cli;

import io.tare.report.PublishedStudies;
import io.tare.report.PublishedStudy;
import io.tare.result.RecordedRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare report}: the report of a run, made again from its folder alone. */
@Command(
        name = "report",
        description =
                "Prints a run's tables and writes report.html, report.md, report.json and samples.csv into its folder.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run's folder, such as runs/2026-11-24T10-31-07-quick.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--against",
            paramLabel = "STUDY",
            description = "Lay the run beside a published study: haruna2019, or a file as docs/published.md describes.")
    private @Nullable String against;

    @Option(
            names = "--latex",
            paramLabel = "FOLDER",
            description =
                    "Write tables and figures for a paper into this folder too: LaTeX with booktabs, SVG and PDF.")
    private @Nullable Path latex;

    @Option(names = "--json", description = "Print report.json, everything as one JSON document, instead of tables.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<PublishedStudy> study = Optional.ofNullable(against).map(PublishedStudies::open);
        Outcome outcome = new Outcome(spec.commandLine().getOut());
        if (json) {
            outcome.print(RecordedRun.read(folder), study, Optional.ofNullable(latex));
        } else {
            outcome.show(RecordedRun.read(folder), study, Optional.ofNullable(latex));
        }
        return ExitCode.DONE;
    }
}
