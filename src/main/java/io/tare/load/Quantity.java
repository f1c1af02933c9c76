package io.tare.load;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and counts as wrk2 writes them: {@code 10s}, {@code 2m}, {@code 500ms}, {@code 20k}. */
final class Quantity {
    private static final Pattern SHAPE = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]*)");

    private Quantity() {}

    /** A number without unit is of seconds. Throws {@link IllegalArgumentException} on what is no duration. */
    static Duration duration(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (shape.matches()) {
            double nanos = switch (shape.group(2)) {
                case "us" -> 1e3;
                case "ms" -> 1e6;
                case "", "s" -> 1e9;
                case "m" -> 60e9;
                case "h" -> 3600e9;
                default -> 0;
            };
            if (nanos > 0) {
                return Duration.ofNanos((long) (Double.parseDouble(shape.group(1)) * nanos));
            }
        }
        throw new IllegalArgumentException("'%s' is no duration; write 10s, 500ms, 2m or 1h".formatted(text));
    }

    /** {@code k}, {@code M} and {@code G} are thousands, millions and thousand millions. */
    static double count(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (shape.matches()) {
            double unit = switch (shape.group(2)) {
                case "" -> 1;
                case "k", "K" -> 1e3;
                case "M" -> 1e6;
                case "G" -> 1e9;
                default -> 0;
            };
            if (unit > 0) {
                return Double.parseDouble(shape.group(1)) * unit;
            }
        }
        throw new IllegalArgumentException("'%s' is no number; write 3000 or 3k".formatted(text));
    }
}
