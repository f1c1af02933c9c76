package io.tare.cli;

import io.tare.report.Plain;
import io.tare.report.RunsTable;
import io.tare.result.RunEntry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare runs}: which runs there are. */
@Command(
        name = "runs",
        description =
                "Lists the runs in a folder: their state, study, start, cells, and how many of their samples count.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The folder that holds them; preset: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("runs");

    @Option(names = "--json", description = "As one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<RunEntry> runs = RunEntry.in(folder);
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(RunsTable.tree(runs)));
        } else if (runs.isEmpty()) {
            out.println("%s holds no run. 'tare run STUDY' makes one.".formatted(Plain.line(folder.toString())));
        } else {
            out.print(RunsTable.text(runs, Terminal.here().width()));
        }
        out.flush();
        return ExitCode.DONE;
    }
}
