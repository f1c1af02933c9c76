package io.tare.cli;

import io.tare.imports.Import;
import io.tare.imports.Importer;
import io.tare.report.Plain;
import io.tare.result.RecordedRun;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tare import}: a run of files that the user already has. */
@Command(
        name = "import",
        description = {
            "Makes a run of files that other tools left: iperf3 --json, pgbench's summary or logs, wrk, wrk2, memtier_benchmark.",
            "report, compare, runs and trend then read it like a run that Tare measured; what nobody checked is said."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What a file is stands in it; one file is one sample, or several where it holds several results. docs/import.md has the forms.",
            "Example:  tare import --mode host a1.json a2.json --mode overlay b1.json b2.json --to runs/mine"
        })
final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--mode",
            paramLabel = "MODE[+TUNING] FILE...",
            required = true,
            arity = "2..*",
            parameterConsumer = Files.class,
            description = "What the files after it were measured over, as the report shall call it. Repeatable.")
    private List<String> modes = new ArrayList<>();

    @Option(
            names = "--workload",
            paramLabel = "NAME",
            parameterConsumer = Name.class,
            description =
                    "What to call what was measured, instead of the tool's name. A single one is for all files; of several each is for the files after it.")
    private List<String> workloads = new ArrayList<>();

    @Option(
            names = {"--to", "-o"},
            paramLabel = "FOLDER",
            description = "Where the run is kept; preset: runs/TIME-NAME.")
    private @Nullable Path to;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "imported",
            description = "The study's name; preset: $${DEFAULT-VALUE}.")
    private String name = "imported";

    @Option(
            names = "--baseline",
            paramLabel = "MODE",
            defaultValue = "",
            description = "The mode that others are compared with; preset: host where there is one, else the first.")
    private String baseline = "";

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Operations/s that were offered, where the files do not say: wrk2 -R, pgbench --rate. Whether it was reached is then checked.")
    private double rate;

    @Option(names = "--skip-broken", description = "Go on without what cannot be read; it is named in the report.")
    private boolean skipBroken;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final List<Import.Group> groups = new ArrayList<>();

    @Override
    public Integer call() {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new ParameterException(spec.commandLine(), "--rate is a number of operations a second, not " + rate);
        }
        Path folder = to != null ? to : Begun.folder(name, LocalDateTime.now(ZoneId.systemDefault()));
        Import asked = new Import(name, named(), baseline, rate, skipBroken, command());
        Importer.into(folder, asked, TareVersion.text())
                .forEach(problem -> spec.commandLine().getErr().println("left out  " + Plain.lines(problem)));
        new Outcome(spec.commandLine().getOut()).show(RecordedRun.read(folder));
        return ExitCode.DONE;
    }

    /** A single name is for all files, wherever it stands. */
    private List<Import.Group> named() {
        return workloads.size() != 1
                ? groups
                : groups.stream()
                        .map(g -> new Import.Group(g.mode(), g.tuning(), workloads.getFirst(), g.files()))
                        .toList();
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("tare import"));
        for (Import.Group group : named()) {
            words.add(group.workload().isEmpty() ? "" : "--workload " + group.workload());
            words.add("--mode " + group.mode() + (group.tuning().equals("none") ? "" : "+" + group.tuning()));
            group.files().forEach(file -> words.add(file.toString()));
        }
        words.add(rate > 0 ? "--rate " + rate : "");
        words.add(skipBroken ? "--skip-broken" : "");
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }

    private void group(String label, List<Path> files) {
        int plus = label.indexOf('+');
        groups.add(new Import.Group(
                plus < 0 ? label : label.substring(0, plus),
                plus < 0 ? "none" : label.substring(plus + 1),
                workloads.isEmpty() ? "" : workloads.getLast(),
                files));
    }

    private static ImportCommand of(CommandSpec spec) {
        return (ImportCommand) spec.userObject();
    }

    /** Takes a mode and the files after it, up to the next option. */
    static final class Files implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec of, CommandSpec spec) {
            List<String> taken = new ArrayList<>();
            while (!arguments.isEmpty() && !arguments.peek().startsWith("-")) {
                taken.add(arguments.pop());
            }
            String label = taken.isEmpty() ? "" : taken.getFirst();
            if (taken.size() < 2 || !label.matches("[^+\\s][^+]*(\\+[^+\\s][^+]*)?")) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--mode takes a mode, or mode+tuning, and the files that were measured over it: --mode overlay a.json b.json; found '%s'."
                                .formatted(String.join(" ", taken)));
            }
            of(spec).group(label, taken.stream().skip(1).map(Path::of).toList());
            of(spec).modes.add(label);
        }
    }

    /** Takes a name for the files after it. */
    static final class Name implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec of, CommandSpec spec) {
            if (arguments.isEmpty()
                    || arguments.peek().isBlank()
                    || arguments.peek().startsWith("-")) {
                throw new CommandLine.MissingParameterException(spec.commandLine(), of, "--workload takes a name.");
            }
            of(spec).workloads.add(arguments.pop());
        }
    }
}
