package io.tare.cli;

import io.tare.compare.Trend;
import io.tare.report.Plain;
import io.tare.report.TextTrend;
import io.tare.result.ResultException;
import io.tare.result.RunEntry;
import io.tare.result.RunFigures;
import io.tare.result.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare trend}: a metric over many runs. */
@Command(
        name = "trend",
        description = "Shows a metric over many runs, a row a cell, and where its level changed.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  tare trend throughput runs"})
final class TrendCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "METRIC", description = "Such as throughput, latency.p99, cpu.server.")
    private String metric = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "RUNS",
            description = "Run folders, kept baselines, or folders that hold runs; preset: runs.")
    private List<Path> given = new ArrayList<>();

    @Option(names = "--json", description = "As one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Path> paths = given.isEmpty() ? List.of(Path.of("runs")) : given;
        List<RunFigures> runs =
                paths.stream().flatMap(path -> read(path).stream()).toList();
        Trend trend = Trend.of(metric, runs);
        if (trend.series().isEmpty()) {
            throw new ResultException(
                    "None of %d runs has a valid value of '%s'.%s".formatted(runs.size(), metric, known(runs)));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(trend));
        } else {
            out.print(TextTrend.render(trend, Terminal.here().width()));
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** A run that cannot be read is told and left out where a folder of runs was named, and is an error where it was named itself. */
    private List<RunFigures> read(Path path) {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(RunFolder.MANIFEST))) {
            return List.of(RunFigures.read(path));
        }
        List<RunFigures> runs = new ArrayList<>();
        for (RunEntry entry : RunEntry.in(path)) {
            if (entry.state().equals("unreadable")) {
                entry.damage().forEach(line -> spec.commandLine().getErr().println(Plain.lines(line)));
            } else if (!entry.state().equals("search")) {
                runs.add(RunFigures.read(entry.folder()));
            }
        }
        return runs;
    }

    private static String known(List<RunFigures> runs) {
        Set<String> metrics = new TreeSet<>();
        runs.forEach(run -> run.cells().forEach(c -> c.metrics().forEach(f -> metrics.add(f.metric()))));
        return metrics.isEmpty() ? "" : " They have: " + String.join(", ", metrics);
    }
}
