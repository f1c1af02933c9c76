package io.tare.load;

import picocli.CommandLine;

/** The way in where the generators stand alone, inside a client container: {@code java -cp ... io.tare.load.Load http ...}. */
public final class Load {
    private Load() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadCommand()).execute(args));
    }
}
