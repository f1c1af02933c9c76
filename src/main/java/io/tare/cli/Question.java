package io.tare.cli;

import java.io.Console;
import java.util.Locale;

/** A question to whoever sits at the terminal. */
@FunctionalInterface
interface Question {
    /** Whether the answer to {@code why} was yes. Nobody there, an end of input or anything else is no. */
    boolean yes(String why);

    /** Asked on this process's terminal; nobody is asked where it has none. */
    @SuppressWarnings("SystemConsoleNull") // as in Terminal
    static Question here() {
        return why -> {
            Console console = Terminal.here().live() ? System.console() : null;
            String answer = console == null ? null : console.readLine("%s Go on? [y/N] ", why);
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        };
    }
}
