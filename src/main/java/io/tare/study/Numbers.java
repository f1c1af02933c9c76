package io.tare.study;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Numbers, sizes and rates as a study file writes them, and how to say what was expected. */
final class Numbers {
    static final String SIZE = "[0-9]{1,12}[KMGkmg]?";
    static final String RATE = "[0-9]{1,12}(\\.[0-9]{1,6})?[KMGkmg]?";
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)([KMGkmg]?)");
    /** More than any NIC carries; iperf3's own counters end far above. */
    private static final double FASTEST = 1e13;

    private Numbers() {}

    /** A whole number, however it is written: 30, 3e1 and 30.0 are the same. Empty for anything else. */
    static OptionalLong whole(Node node) {
        try {
            return isNumber(node)
                    ? OptionalLong.of(new BigDecimal(((ScalarNode) node).getValue()).longValueExact())
                    : OptionalLong.empty();
        } catch (ArithmeticException _) { // a fraction, too large, infinite, not a number
            return OptionalLong.empty();
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /** A finite number; empty for anything else. */
    static OptionalDouble decimal(Node node) {
        try {
            double value = isNumber(node) ? Double.parseDouble(((ScalarNode) node).getValue()) : Double.NaN;
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    static boolean isQuantity(String text, Shape shape) {
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        double number = Double.parseDouble(parts.group(1));
        int power = parts.group(2).isEmpty() ? 0 : "KMG".indexOf(parts.group(2).toUpperCase(Locale.ROOT)) + 1;
        return switch (shape) {
            case Shape.Size size -> {
                double bytes = number * Math.pow(1024, power);
                yield text.matches(SIZE) && bytes >= size.least() && bytes <= size.most();
            }
            case Shape.Rate rate -> {
                double bits = number * Math.pow(1000, power);
                yield bits <= FASTEST && (bits >= 1 || (rate.unlimited() && bits == 0));
            }
            default -> false;
        };
    }

    static String expected(Shape.Whole bounds) {
        String number = "a whole number" + unit(bounds.unit());
        return bounds.most() == Long.MAX_VALUE
                ? number + " of 64 bits at most"
                : "%s from %d to %d".formatted(number, bounds.least(), bounds.most());
    }

    static String expected(Shape.Decimal bounds) {
        return "a number%s from %s to %s"
                .formatted(unit(bounds.unit()), trimmed(bounds.least()), trimmed(bounds.most()));
    }

    static String expectedQuantity(Shape shape) {
        return switch (shape) {
            case Shape.Size size ->
                "a size from %d to %d bytes, as 1400, 128K or 1M".formatted(size.least(), size.most());
            case Shape.Rate(boolean unlimited) ->
                "a rate in bit/s, as 500M or 1G" + (unlimited ? ", or 0 for no limit" : " (leave it out for no limit)");
            default -> "a quantity";
        };
    }

    /** What to do about a number that YAML takes for a text. */
    static String advice(Node node) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
            return "";
        }
        String text = scalar.getValue();
        if (text.matches("-?[0-9.]+")) {
            return "; write it without quotes";
        }
        if (text.matches("-?[0-9.]+ ?(s|sec|seconds|ms|min|x|times)")) {
            return "; write the number alone, as " + text.replaceAll("[^0-9.-]", "");
        }
        return text.matches("-?[0-9]{1,3}([_,' ][0-9]{3})+") ? "; write it as " + text.replaceAll("[^0-9-]", "") : "";
    }

    private static boolean isNumber(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
                && scalar.getValue().length() <= 40;
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " of " + unit;
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7
                ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").replace("E", "e");
    }
}
