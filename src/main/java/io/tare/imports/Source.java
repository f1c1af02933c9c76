package io.tare.imports;

import io.tare.result.Imported.SourceFile;
import io.tare.workload.OutputFormat;
import io.tare.workload.OutputFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of an import: what it is, what it gave, what is wrong with it. Not safe for use by several threads. */
final class Source {
    private final SourceText text;
    private final Optional<OutputFormat> format;
    private final List<Integer> trials = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Source(SourceText text, Optional<OutputFormat> format) {
        this.text = text;
        this.format = format;
    }

    static Source of(SourceText text) {
        Source source = new Source(text, text.fault().isEmpty() ? OutputFormats.of(text.text()) : Optional.empty());
        if (!text.fault().isEmpty()) {
            source.wrong(text.fault());
        } else if (source.format.isEmpty()) {
            source.wrong("it is of no form that Tare knows; expected one of: " + OutputFormats.names());
        }
        return source;
    }

    SourceText text() {
        return text;
    }

    Optional<OutputFormat> format() {
        return format;
    }

    boolean usable() {
        return format.isPresent();
    }

    void wrong(String problem) {
        problems.add(problem);
    }

    void gave(int trial) {
        trials.add(trial);
    }

    /** One line a problem, with the file's name. */
    List<String> problems() {
        return problems.stream().map(problem -> text.path() + ": " + problem).toList();
    }

    SourceFile recorded() {
        return new SourceFile(
                text.path().toString(),
                text.sha256(),
                text.bytes(),
                format.map(OutputFormat::name).orElse(""),
                trials,
                String.join("; ", problems));
    }
}
