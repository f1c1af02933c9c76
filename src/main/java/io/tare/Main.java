package io.tare;

import io.tare.cli.TareCommand;

/** The way in. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(TareCommand.execute(arguments));
    }
}
