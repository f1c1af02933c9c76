package io.tare.cli;

import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.imports.ImportException;
import io.tare.lab.LabException;
import io.tare.report.Plain;
import io.tare.report.ReportException;
import io.tare.result.ResultException;
import io.tare.run.RunException;
import io.tare.study.StudyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever a command throws into a message for people and an exit code; the stack trace is shown with {@code --debug} only. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Ending ending = ending(thrown);
        command.getErr().println(command.getColorScheme().errorText(Plain.lines(ending.message())));
        if (TareCommand.debug(command)) {
            thrown.printStackTrace(command.getErr());
        } else if (ending.unexpected()) {
            command.getErr().println("This is a fault of Tare's own; --debug shows where it happened.");
        }
        return ending.exitCode();
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText(Plain.lines(String.valueOf(wrong.getMessage()))));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr()
                .println("See '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.BAD_INPUT;
    }

    private record Ending(int exitCode, String message, boolean unexpected) {
        static Ending of(int exitCode, Exception thrown) {
            return new Ending(exitCode, String.valueOf(thrown.getMessage()), false);
        }
    }

    private static Ending ending(Exception thrown) {
        return switch (thrown) {
            case HostInterrupted e -> Ending.of(ExitCode.INTERRUPTED, e);
            case StudyException e -> Ending.of(ExitCode.BAD_INPUT, e);
            case ImportException e -> Ending.of(ExitCode.BAD_INPUT, e);
            case ReportException e -> Ending.of(ExitCode.BAD_INPUT, e);
            case LabException.Busy e -> Ending.of(ExitCode.BUSY, e);
            case ResultException.Busy e -> Ending.of(ExitCode.BUSY, e);
            case ResultException.Unusable e -> Ending.of(ExitCode.BAD_INPUT, e);
            case LabException.Missing e -> Ending.of(ExitCode.LACKING, e);
            case RunException.Missing e -> Ending.of(ExitCode.LACKING, e);
            case LabException e -> Ending.of(ExitCode.FAILED, e);
            case ResultException e -> Ending.of(ExitCode.FAILED, e);
            case RunException e -> Ending.of(ExitCode.FAILED, e);
            case HostException e -> Ending.of(ExitCode.FAILED, e);
            default -> new Ending(ExitCode.FAILED, thrown.toString(), true);
        };
    }
}
