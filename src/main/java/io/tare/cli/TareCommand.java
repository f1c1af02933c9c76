package io.tare.cli;

import io.tare.load.LoadCommand;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code tare}: the commands there are. */
@Command(
        name = "tare",
        description = "Measures what a container network costs between two hosts, for real applications.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = TareVersion.class,
        subcommands = {
            RunCommand.class,
            TuneCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            RunsCommand.class,
            TrendCommand.class,
            ServeCommand.class,
            ExplainCommand.class,
            ModesCommand.class,
            WorkloadsCommand.class,
            TuningsCommand.class,
            TuningCommand.class,
            PathCommand.class,
            LabCommand.class,
            CleanCommand.class,
            DoctorCommand.class,
            SchemaCommand.class,
            LoadCommand.class,
        },
        footer = {"", "Begin with:  sudo ./tare run studies/quick.yaml"})
public final class TareCommand implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in Tare an error happened.")
    private boolean debug;

    @Option(
            names = "--yes",
            scope = ScopeType.INHERIT,
            description =
                    "Install what is missing without asking, as where there is no terminal; for 'clean', remove labs that stand too.")
    private boolean yes; // the launcher, ./tare, acts on it before Java starts

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs a command line and answers its exit code. */
    public static int execute(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        Failures failures = new Failures();
        CommandLine line = new CommandLine(new TareCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpAutoWidth(true);
        // from the host's name on, what stands there belongs to the command that is run on it
        subcommand(subcommand(line, "lab"), "shell").setStopAtPositional(true);
        subcommand(line, "path").setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static CommandLine subcommand(CommandLine line, String name) {
        return Objects.requireNonNull(line.getSubcommands().get(name), name);
    }

    /** Whether {@code --debug} was given to any command of the line. */
    static boolean debug(CommandLine command) {
        return top(command).getCommand() instanceof TareCommand tare && tare.debug;
    }

    /** Whether {@code --yes} was. */
    static boolean yes(CommandLine command) {
        return top(command).getCommand() instanceof TareCommand tare && tare.yes;
    }

    private static CommandLine top(CommandLine command) {
        CommandLine top = command;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        return top;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
