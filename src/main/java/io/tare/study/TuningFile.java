package io.tare.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A file of tunings that are to stay: {@code tare tuning apply} takes it, and {@code tare tune} writes it.
 *
 * @param name what the tuning is called while it stands
 * @param lab the lab whose hosts are tuned
 * @param tuning all of the file's tunings together
 */
public record TuningFile(String name, String lab, Choice tuning) {
    public TuningFile {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(lab, "lab is null");
        Objects.requireNonNull(tuning, "tuning is null");
    }

    /** Reads a file; {@link StudyException} with all that is wrong, each with its place. */
    public static TuningFile read(Path file, Vocabulary vocabulary) {
        return read(StudyReader.text(file), file.toString(), vocabulary);
    }

    static TuningFile read(String text, String fileName, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        Node root = StudyReader.compose(text, fileName)
                .orElseThrow(() -> StudyReader.whole(Path.of(fileName), "is empty; see docs/tuning.md"));
        Fields fields = Fields.of("the file of tunings", root, Keys.TUNING_FILE, problems);
        ChoiceReader reader = new ChoiceReader("tuning", vocabulary.tunings(), Map.of(), null, problems);
        List<Choice> tunings = StudyReader.choices(fields, "tunings", reader, List.of()).stream()
                .filter(tuning -> !tuning.kind().equals("none"))
                .toList();
        if (tunings.isEmpty() && problems.isEmpty()) {
            fields.problem(fields.place("tunings"), "'tunings' holds nothing but 'none', which changes nothing");
        }
        String name = fields.text("name").orElse(stem(fileName));
        if (!name.matches(ChoiceReader.NAME)) {
            fields.wrong("name", fields.place("name"), "lower-case letters, digits, dots and dashes, 40 at most");
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new StudyException(fileName, problems);
        }
        return new TuningFile(
                name,
                fields.text("testbed").orElse("lab"),
                tunings.size() == 1 ? tunings.getFirst() : Choice.allOf(name, tunings));
    }

    /** The file's text, from which {@link #read} reads the same. */
    public String yaml(Vocabulary vocabulary) {
        List<Choice> entries =
                tuning.name().equals(name) && !tuning.parts().isEmpty() ? tuning.parts() : List.of(tuning);
        return entries.stream()
                .map(entry -> "  - %s\n".formatted(yaml(entry, vocabulary)))
                .collect(Collectors.joining("", "name: '%s'\ntestbed: '%s'\ntunings:\n".formatted(name, lab), ""));
    }

    private static String yaml(Choice entry, Vocabulary vocabulary) {
        if (!entry.parts().isEmpty()) {
            return entry.parts().stream()
                    .map(part -> yaml(part, vocabulary))
                    .collect(Collectors.joining(", ", "%s: {all-of: [".formatted(entry.name()), "]}"));
        }
        List<String> values = new ArrayList<>();
        vocabulary.tunings().getOrDefault(entry.kind(), List.of()).forEach(parameter -> {
            String value = entry.parameters().get(parameter.name());
            if (value != null) {
                values.add("%s: %s"
                        .formatted(
                                parameter.name(),
                                switch (parameter.type()) {
                                    case WORDS -> "[%s]".formatted(value);
                                    case TEXT -> "'%s'".formatted(value);
                                    default -> value;
                                }));
            }
        });
        if (!entry.name().equals(entry.kind())) {
            values.add("as: '%s'".formatted(entry.name()));
        }
        return values.isEmpty() ? entry.kind() : "%s: {%s}".formatted(entry.kind(), String.join(", ", values));
    }

    /** The file's own name as that of a tuning. */
    private static String stem(String fileName) {
        String plain = String.valueOf(Path.of(fileName).getFileName()).replaceFirst("\\.ya?ml$", "");
        String right =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[.-]+|-+$", "");
        return right.isEmpty() ? "tuning" : right.substring(0, Math.min(40, right.length()));
    }
}
