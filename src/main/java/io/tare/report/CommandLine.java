package io.tare.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list of arguments as a person would type it into a POSIX shell. */
final class CommandLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CommandLine() {}

    static String of(List<String> arguments) {
        return arguments.stream()
                .map(a -> PLAIN.matcher(a).matches() ? a : "'" + a.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
