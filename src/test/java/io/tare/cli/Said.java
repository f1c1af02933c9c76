package io.tare.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.Help;

/** What a command said, and how it ended. */
record Said(int exitCode, String out, String err) {
    /** Runs {@code tare} with these arguments, in this process and without colours. */
    static Said tare(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TareCommand.line()
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Said(exitCode, out.toString(), err.toString());
    }
}
