package io.tare.report;

import io.tare.result.Imported;
import io.tare.result.Imported.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/** Where the samples of an imported run came from. */
final class HtmlImported {
    static final String WARNING =
            "This run was imported from files of other tools: Tare did not measure it, knows nothing of its hosts, and nobody checked that the answers were right.";

    private HtmlImported() {}

    static void write(Imported imported, Html out) {
        out.element("p", "Nothing is known of the hosts: the files do not tell.");
        HtmlTables.open("Imported files", "", out);
        HtmlTables.head(List.of("file", "form", "samples", "bytes", "SHA-256", "left out"), out);
        for (SourceFile file : imported.files()) {
            out.open("tr").element("th", file.name(), "scope", "row");
            out.element("td", file.format(), "class", "why");
            out.element("td", trials(file), "class", "trials");
            out.element("td", Numbers.count(file.bytes()), "class", "num");
            out.element("td", file.sha256(), "class", "why");
            out.element("td", file.problem(), "class", "why").close("tr");
        }
        HtmlTables.close(out);
    }

    /** The same in a line. */
    static String words(SourceFile file) {
        return "%s (%s): samples %s; SHA-256 %s%s"
                .formatted(
                        file.name(),
                        file.format().isEmpty() ? "no form that Tare knows" : file.format(),
                        trials(file),
                        file.sha256().isEmpty() ? "not known" : file.sha256(),
                        file.problem().isEmpty() ? "" : "; left out: " + file.problem());
    }

    private static String trials(SourceFile file) {
        return file.trials().isEmpty()
                ? "none"
                : file.trials().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
