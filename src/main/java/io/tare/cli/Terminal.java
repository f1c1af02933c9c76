package io.tare.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints to.
 *
 * @param live whether somebody looks on: standard output is a terminal
 * @param colour whether colours are wanted there (they are not where {@code NO_COLOR} is set, as no-color.org has it)
 * @param width in columns
 */
record Terminal(boolean live, boolean colour, int width) {
    private static final int PRESET = 100;
    private static final int WIDEST = 140;

    @SuppressWarnings(
            "SystemConsoleNull") // true of Java 22 to 24 only: 25 has no console again where there is no terminal
    static Terminal here() {
        Console console = System.console();
        boolean live = console != null && console.isTerminal();
        String no = System.getenv("NO_COLOR");
        return new Terminal(live, live && (no == null || no.isEmpty()), live ? Math.min(WIDEST, columns()) : PRESET);
    }

    private static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns >= 40 ? columns : PRESET;
        } catch (IOException | NumberFormatException _) {
            return PRESET;
        }
    }
}
