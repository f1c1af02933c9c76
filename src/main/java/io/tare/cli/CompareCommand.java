package io.tare.cli;

import io.tare.compare.Gate;
import io.tare.compare.GateResult;
import io.tare.compare.RunComparison;
import io.tare.report.ComparisonJson;
import io.tare.report.ComparisonPages;
import io.tare.report.Plain;
import io.tare.report.TextComparison;
import io.tare.result.Baseline;
import io.tare.result.ResultException;
import io.tare.result.RunFigures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code tare compare}: two runs against each other, and whether a build has to fail for it. */
@Command(
        name = "compare",
        description =
                "Compares two runs, or a run with a kept baseline: what changed, how sure that is, and what differs between the testbeds.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit code 3: a condition of --fail-on does not hold. docs/compare.md says how it is decided.",
            "Example:  tare compare runs/base runs/new --fail-on 'throughput > 5%'"
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BASE", description = "The older run's folder, or a file that --save wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path base;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "The newer run's folder.")
    private @Nullable Path now;

    @Option(
            names = "--fail-on",
            paramLabel = "CONDITION",
            converter = Condition.class,
            description =
                    "Exit with 3 where a metric is significantly worse by more than so much: 'latency.p99 > 5%%' or 'WORKLOAD:METRIC > N%%'. Repeatable.")
    private List<Gate> gates = new ArrayList<>();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Keep BASE's figures in a file, to compare with later.")
    private @Nullable Path save;

    @Option(names = "--all", description = "Show also metrics that explain others and did not clearly change.")
    private boolean all;

    @Option(names = "--json", description = "Everything as one JSON document.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the comparison as a page, too.")
    private @Nullable Path html;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write it as Markdown, too, for an issue.")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (now == null && save == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name two runs to compare, or one with --save FILE to keep it as a baseline.");
        }
        PrintWriter out = spec.commandLine().getOut();
        RunFigures older = RunFigures.read(base);
        if (save != null) {
            Baseline.write(older, save);
            if (!json) {
                out.println("baseline  " + Plain.line(save.toString()));
                out.flush();
            }
        }
        return now == null ? ExitCode.DONE : compared(older, RunFigures.read(now), out);
    }

    private int compared(RunFigures older, RunFigures newer, PrintWriter out) {
        RunComparison comparison = comparison(older, newer);
        if (html != null) {
            ComparisonPages.html(comparison, html);
        }
        if (markdown != null) {
            ComparisonPages.markdown(comparison, markdown);
        }
        if (json) {
            out.println(ComparisonJson.of(comparison));
        } else {
            Terminal terminal = Terminal.here();
            out.print(TextComparison.render(comparison, all, terminal.width(), terminal.colour()));
        }
        out.flush();
        if (comparison.changes().isEmpty()) {
            throw new ResultException(
                    "Nothing of %s can be compared with %s: they share no cell with valid samples of both."
                            .formatted(newer.source(), older.source()));
        }
        return exitCode(comparison.gates());
    }

    private RunComparison comparison(RunFigures older, RunFigures newer) {
        try {
            return RunComparison.of(older, newer, gates);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--fail-on: " + e.getMessage(), e);
        }
    }

    /** A condition that no sample could have broken is no proof that all is well. */
    private static int exitCode(List<GateResult> results) {
        if (results.stream().anyMatch(r -> r.state() == GateResult.State.FAILED)) {
            return ExitCode.DIFFERS;
        }
        return results.stream().anyMatch(r -> r.state() == GateResult.State.UNDECIDED)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    /** Reads a condition. */
    static final class Condition implements ITypeConverter<Gate> {
        @Override
        public Gate convert(String text) {
            try {
                return Gate.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
