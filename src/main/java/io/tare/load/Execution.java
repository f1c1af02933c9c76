package io.tare.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Runs a load for a command: prints its report to standard output, what went wrong to standard error, and gives the exit code. */
final class Execution {
    /** Something was measured. */
    static final int MEASURED = 0;
    /** There was no right answer, or no connection. */
    static final int NOTHING = 1;

    private final CommandSpec spec;
    private final PaceOptions options;
    private final boolean distribution;

    Execution(@Nullable CommandSpec spec, PaceOptions options, boolean distribution) {
        this.spec = Objects.requireNonNull(spec, "a command is run by picocli");
        this.options = options;
        this.distribution = distribution;
    }

    /** A load that an option of the command line may turn out not to fit. */
    interface Work {
        Report report() throws IOException;
    }

    int run(Work work) {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Report report = work.report();
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    options.json
                            ? JsonReport.of(report)
                            : TableReport.of(report, distribution).stripTrailing());
            out.flush();
            if (options.hlog != null) {
                HistogramLog.write(options.hlog, report);
            }
            if (report.outcome().tally().answers() > 0) {
                return MEASURED;
            }
            errors.println(
                    report.outcome().tally().failures() > 0
                            ? "There was not one right answer; the errors say why."
                            : "No answer came within the measured window: the server took longer than it, or the rate asks for less than one request.");
        } catch (LoadException e) {
            errors.println(e.getMessage());
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "A file could not be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        errors.flush();
        return NOTHING;
    }
}
