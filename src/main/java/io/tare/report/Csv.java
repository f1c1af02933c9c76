package io.tare.report;

/** Fields of a CSV file by RFC 4180; text that a spreadsheet would take for a formula gets an apostrophe in front. */
final class Csv {
    private Csv() {}

    static String text(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
