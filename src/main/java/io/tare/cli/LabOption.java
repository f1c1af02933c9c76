package io.tare.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which lab a command, and each of its subcommands, is about. */
final class LabOption {
    private static final String PRESET = "lab";

    @Option(
            names = "--lab",
            paramLabel = "NAME",
            converter = LabName.class,
            scope = ScopeType.INHERIT,
            description = "Which lab; preset: " + PRESET + ", or what a file of tunings names.")
    private @Nullable String given;

    String name() {
        return or(PRESET);
    }

    /** The name given, or this. */
    String or(String preset) {
        return given == null ? preset : given;
    }
}
