package io.tare.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes one JSON document (RFC 8259) from maps, lists, texts, numbers and truth values; NaN and null become null. */
final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String of(Map<String, ?> document) {
        Json json = new Json();
        json.object(document, "\n");
        return json.text.toString();
    }

    private void value(Object value, String newLine) {
        switch (value) {
            case Map<?, ?> map -> object(map, newLine);
            case List<?> list -> {
                text.append('[');
                String comma = "";
                for (Object element : list) {
                    text.append(comma);
                    value(element, newLine);
                    comma = ", ";
                }
                text.append(']');
            }
            case Double number when number.isNaN() || number.isInfinite() -> text.append("null");
            case Double number -> text.append(decimal(number));
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            default -> string(value.toString());
        }
    }

    private void object(Map<?, ?> map, String newLine) {
        String deeper = newLine + "  ";
        text.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(comma).append(deeper);
            string(entry.getKey().toString());
            text.append(": ");
            value(entry.getValue(), deeper);
            comma = ",";
        }
        text.append(map.isEmpty() ? "}" : newLine + "}");
    }

    private static String decimal(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : String.format(Locale.ROOT, "%.6f", number);
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                default -> {
                    if (c < ' ') {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
