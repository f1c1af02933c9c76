package io.tare.report;

import java.util.stream.Collectors;

/** Text from a study or a host, made fit for one line: control characters, which could move a terminal's cursor or end a line, become dots. */
public final class Plain {
    private Plain() {}

    /** Each line by itself: a message of several stays one. */
    public static String lines(String text) {
        return text.lines().map(Plain::line).collect(Collectors.joining(System.lineSeparator()));
    }

    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    line.append(c == '\n' || c == '\t' || c == '\r' ? " " : "\u00b7");
                default -> line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
