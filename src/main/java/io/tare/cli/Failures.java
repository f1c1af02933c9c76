package io.tare.cli;

import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.lab.LabException;
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
        Verdict verdict = verdict(thrown);
        command.getErr().println(command.getColorScheme().errorText(verdict.message()));
        if (TareCommand.debug(command)) {
            thrown.printStackTrace(command.getErr());
        } else if (verdict.unexpected()) {
            command.getErr().println("This is a fault of Tare's own; --debug shows where it happened.");
        }
        return verdict.exitCode();
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText(String.valueOf(wrong.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr()
                .println("See '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCode.BAD_INPUT;
    }

    private record Verdict(int exitCode, String message, boolean unexpected) {
        static Verdict of(int exitCode, Exception thrown) {
            return new Verdict(exitCode, String.valueOf(thrown.getMessage()), false);
        }
    }

    private static Verdict verdict(Exception thrown) {
        return switch (thrown) {
            case HostInterrupted e -> Verdict.of(ExitCode.INTERRUPTED, e);
            case StudyException e -> Verdict.of(ExitCode.BAD_INPUT, e);
            case LabException.Busy e -> Verdict.of(ExitCode.BUSY, e);
            case ResultException.Busy e -> Verdict.of(ExitCode.BUSY, e);
            case ResultException.Unusable e -> Verdict.of(ExitCode.BAD_INPUT, e);
            case LabException.Missing e -> Verdict.of(ExitCode.LACKING, e);
            case LabException e -> Verdict.of(ExitCode.FAILED, e);
            case ResultException e -> Verdict.of(ExitCode.FAILED, e);
            case RunException e -> Verdict.of(ExitCode.FAILED, e);
            case HostException e -> Verdict.of(ExitCode.FAILED, e);
            default -> new Verdict(ExitCode.FAILED, thrown.toString(), true);
        };
    }
}
