package io.tare.cli;

import io.tare.result.RecordedRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare report}: the report of a run, made again from its folder alone. */
@Command(
        name = "report",
        description = "Prints a run's tables and writes report.html, report.md and samples.csv into its folder.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run's folder, such as runs/2026-11-24T10-31-07-quick.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        new Outcome(spec.commandLine().getOut()).show(RecordedRun.read(folder));
        return ExitCode.DONE;
    }
}
