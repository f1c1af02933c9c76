package io.tare.report;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: the first column to the left, numbers to the right, two blanks between columns. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The rows without a line break at their ends; all are equally wide. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = i < row.size() ? row.get(i) : "";
            String blanks = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : "  ").append(i == 0 ? cell + blanks : blanks + cell);
        }
        return line.toString();
    }

    /** Columns on a terminal; every character counts one. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text, cut to so many columns in its middle, so that a mode's tuning stays. */
    static String cutInside(String text, int columns) {
        int end = columns / 3;
        return width(text) <= columns
                ? text
                : cut(text, columns - end) + text.substring(text.offsetByCodePoints(text.length(), -end));
    }

    /** The text, cut to so many columns with an ellipsis. */
    static String cut(String text, int columns) {
        return width(text) <= columns
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
    }
}
