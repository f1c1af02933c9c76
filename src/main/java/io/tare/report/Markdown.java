package io.tare.report;

import java.util.List;

/** Writes GitHub-flavoured Markdown; whatever text is given is shown as it is, never as markup. */
final class Markdown {
    private static final String ALWAYS = "\\`*_|~&$";
    private static final String AT_START = "#+->=";
    private final StringBuilder out = new StringBuilder();

    Markdown heading(int level, String text) {
        out.append("#".repeat(level)).append(' ').append(escape(text)).append("\n\n");
        return this;
    }

    Markdown paragraph(String text) {
        out.append(escape(text)).append("\n\n");
        return this;
    }

    Markdown item(String text) {
        out.append("- ").append(escape(text)).append('\n');
        return this;
    }

    /** A place that links lead to. */
    Markdown anchor(String place) {
        out.append("<a id=\"").append(place).append("\"></a>\n\n");
        return this;
    }

    /** An item that ends with a link to a place of this file. */
    Markdown item(String text, String link, String place) {
        out.append("- ")
                .append(escape(text))
                .append(" [")
                .append(escape(link))
                .append("](#")
                .append(place)
                .append(")\n");
        return this;
    }

    /** The blank line after a list or a table. */
    Markdown end() {
        if (out.length() < 2 || out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
        return this;
    }

    /** The first column is text, the others are numbers. */
    Markdown tableHead(List<String> cells) {
        return tableHead(cells, 0);
    }

    /** The same with text in the last {@code words} columns too. */
    Markdown tableHead(List<String> cells, int words) {
        tableRow(cells);
        out.append("| :--- |")
                .append(" ---: |".repeat(cells.size() - 1 - words))
                .append(" :--- |".repeat(words))
                .append('\n');
        return this;
    }

    Markdown tableRow(List<String> cells) {
        out.append('|');
        cells.forEach(cell -> out.append(' ').append(escape(cell)).append(" |"));
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString().stripTrailing() + "\n";
    }

    /** Escapes what would be markup where it stands, and no more, so that the file can be read as it is. */
    private static String escape(String text) {
        String line = Plain.line(text).strip();
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            boolean markup = ALWAYS.indexOf(c) >= 0
                    || (c == '<' && next != ' ')
                    || (c == ']' && (next == '(' || next == '[' || next == ':'))
                    || (i == 0 && AT_START.indexOf(c) >= 0 && line.length() > 1);
            escaped.append(markup ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
