package io.tare.host;

import java.util.List;
import java.util.stream.Collectors;

/** A command as messages show it: a script among its arguments is cut short, for what matters is which it was. */
final class CommandLineText {
    private static final int LONGEST = 80;

    private CommandLineText() {}

    static String of(List<String> command) {
        return command.stream().map(CommandLineText::cut).collect(Collectors.joining(" "));
    }

    private static String cut(String argument) {
        String first = argument.lines().findFirst().orElse("");
        boolean whole = first.length() == argument.length() && first.length() <= LONGEST;
        return whole
                ? argument
                : first.substring(0, Math.min(LONGEST, first.length())).strip() + " …";
    }
}
