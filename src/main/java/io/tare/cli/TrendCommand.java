package io.tare.cli;

import io.tare.compare.Trend;
import io.tare.report.TextTrend;
import io.tare.result.ResultException;
import io.tare.result.RunEntry;
import io.tare.result.RunFigures;
import io.tare.result.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare trend}: a metric over many runs. */
@Command(
        name = "trend",
        description = "Shows a metric over many runs, a table a study, a row a cell, and where its level changed.",
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
        Map<Path, RunFigures> runs = new LinkedHashMap<>(); // a run that is named twice is one point
        List<String> left = new ArrayList<>();
        paths.forEach(path -> read(path, runs, left));
        Trend trend = Trend.of(metric, List.copyOf(runs.values())).without(left);
        if (trend.series().isEmpty()) {
            throw new ResultException("None of %d runs has a valid value of '%s'.%s%s"
                    .formatted(
                            runs.size(),
                            metric,
                            known(runs.values()),
                            trend.left().stream().map(l -> "\n  " + l).collect(Collectors.joining())));
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
    private static void read(Path path, Map<Path, RunFigures> runs, List<String> left) {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(RunFolder.MANIFEST))) {
            add(path, runs, left);
            return;
        }
        for (RunEntry entry : RunEntry.in(path)) {
            if (entry.state().equals("unreadable")) {
                left.addAll(entry.damage());
            } else {
                add(entry.folder(), runs, left);
            }
        }
    }

    private static void add(Path path, Map<Path, RunFigures> runs, List<String> left) {
        Path file = path.toAbsolutePath().normalize();
        if (runs.containsKey(file)) {
            return;
        }
        RunFigures run = RunFigures.read(path);
        if (RunEntry.state(path, run.manifest()).equals("search")) {
            left.add("%s: a search for tunings, whose samples are no study's".formatted(path));
        } else {
            runs.put(file, run);
        }
    }

    private static String known(Collection<RunFigures> runs) {
        Set<String> metrics = new TreeSet<>();
        runs.forEach(run -> run.cells().forEach(c -> c.metrics().forEach(f -> metrics.add(f.metric()))));
        return metrics.isEmpty() ? "" : " They have: " + String.join(", ", metrics);
    }
}
