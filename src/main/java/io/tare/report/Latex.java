package io.tare.report;

import java.util.List;
import java.util.Map;

/** Writes LaTeX; whatever text is given is typeset as it is, never as a command. What the T1 fonts lack becomes a question mark. */
final class Latex {
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "\\textquotedbl{}"),
            Map.entry((int) '`', "\\textasciigrave{}"),
            Map.entry((int) '-', "{-}"), // no dash of two or three
            Map.entry(0x00d7, "\\(\\times\\)"),
            Map.entry(0x00b1, "\\(\\pm\\)"),
            Map.entry(0x00b5, "\\(\\mu\\)"),
            Map.entry(0x00b7, "\\(\\cdot\\)"),
            Map.entry(0x2212, "\\(-\\)"),
            Map.entry(0x2013, "--"),
            Map.entry(0x2019, "'"),
            Map.entry(0x2026, "\\dots{}"));

    private final StringBuilder out = new StringBuilder();

    /** Tare's own commands. */
    Latex own(String line) {
        out.append(line).append('\n');
        return this;
    }

    /** A row of a table. */
    Latex row(List<String> cells) {
        out.append(String.join(" & ", cells.stream().map(Latex::escape).toList()))
                .append(" \\\\\n");
        return this;
    }

    /**
     * A table in a float, with booktabs' rules.
     *
     * @param label for references; letters, digits, colons and hyphens
     * @param columns as {@code tabular} has them
     */
    Latex table(
            String caption, String label, String columns, List<String> head, List<List<String>> rows, String notes) {
        own("\\begin{table}[htbp]").own("\\centering").own("\\caption{%s}".formatted(escape(caption)));
        own("\\label{%s}".formatted(label))
                .own(
                        columns.length() > 10
                                ? "\\scriptsize\\setlength{\\tabcolsep}{3pt}"
                                : "\\footnotesize\\setlength{\\tabcolsep}{4pt}");
        own("\\begin{tabular}{%s}".formatted(columns)).own("\\toprule");
        row(head).own("\\midrule");
        rows.forEach(this::row);
        own("\\bottomrule").own("\\end{tabular}");
        if (!notes.isEmpty()) {
            own("\\par\\smallskip\\footnotesize " + escape(notes));
        }
        return own("\\end{table}").own("");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        Plain.line(text).codePoints().forEach(c -> {
            String sign = SIGNS.get(c);
            if (sign != null) {
                escaped.append(sign);
            } else if (c < 0x7f || (c >= 0xa1 && c <= 0xff)) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append(c == 0xa0 ? "~" : "?");
            }
        });
        return escaped.toString();
    }
}
