package io.tare.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a study file: YAML 1.2. All that is wrong is told at once, each with file, line and column. */
public final class StudyReader {
    private static final int LARGEST = 1 << 20;

    private final Vocabulary vocabulary;

    public StudyReader(Vocabulary vocabulary) {
        this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary is null");
    }

    /** The file's text; {@link StudyException} where it cannot be read. */
    public static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw whole(file, "is a folder; name a study file, such as studies/quick.yaml");
            }
            try (InputStream stream = Files.newInputStream(file)) {
                byte[] bytes = stream.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw whole(file, "is larger than 1 MiB; that is no study");
                }
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
        } catch (NoSuchFileException _) {
            throw whole(file, "does not exist");
        } catch (AccessDeniedException _) {
            throw whole(file, "cannot be read: you have no permission to");
        } catch (CharacterCodingException _) {
            throw whole(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw whole(file, "cannot be read: " + e.getMessage());
        }
    }

    public Study read(Path file) {
        return read(text(file), file.toString());
    }

    /** Reads the text of a study; {@code fileName} is for messages. */
    public Study read(String text, String fileName) {
        List<Problem> problems = new ArrayList<>();
        Study study = compose(text, fileName)
                .map(root -> study(root, fileName, problems))
                .orElseThrow(() -> whole(Path.of(fileName), "is empty; see docs/study-file.md"));
        if (!problems.isEmpty()) {
            problems.sort(java.util.Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new StudyException(fileName, problems);
        }
        return study;
    }

    static Optional<Node> compose(String text, String fileName) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(fileName)
                    .setMaxAliasesForCollections(10)
                    .setCodePointLimit(LARGEST)
                    .setAllowDuplicateKeys(true) // told with their place by Fields
                    .build();
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            String problem = e.getProblem();
            String what = "is not YAML: "
                    + (problem.startsWith("but ") && e.getContext() != null ? e.getContext() + ", " : "")
                    + problem;
            throw new StudyException(
                    fileName,
                    List.of(e.getProblemMark()
                            .map(m -> new Problem(m.getLine() + 1, m.getColumn() + 1, what))
                            .orElse(new Problem(0, 0, what))));
        } catch (StackOverflowError _) {
            throw whole(Path.of(fileName), "is nested too deeply to be a study");
        } catch (ReaderException _) {
            throw whole(Path.of(fileName), "has characters that YAML does not allow; is it a text file?");
        } catch (YamlEngineException e) {
            throw whole(Path.of(fileName), "is not YAML: " + e.getMessage());
        }
    }

    private Study study(Node root, String fileName, List<Problem> problems) {
        Fields fields = Fields.of("the study", root, Keys.STUDY, problems);
        Placement placement = Placement.of(fields.word("placement"));
        ChoiceReader ofModes =
                new ChoiceReader("mode", vocabulary.modes(), vocabulary.refused(placement), null, problems);
        ChoiceReader ofWorkloads = new ChoiceReader("workload", vocabulary.workloads(), Map.of(), null, problems);
        List<Choice> modes = choices(fields, "modes", ofModes, List.of());
        List<Choice> workloads = choices(fields, "workloads", ofWorkloads, List.of());
        OnlyReader cells =
                new OnlyReader(allNames(fields, "modes", modes), allNames(fields, "workloads", workloads), problems);
        ChoiceReader ofTunings = new ChoiceReader("tuning", vocabulary.tunings(), Map.of(), cells, problems);
        List<Choice> tunings = choices(fields, "tunings", ofTunings, List.of(Choice.of("none")));
        requireCompared(fields, tunings);
        SamplesReader samples = SamplesReader.read(fields, problems);
        OptionalLong seed = fields.whole("seed");
        return new Study(
                name(fields, fileName),
                fields.text("description").map(String::strip).orElse(null),
                TestbedReader.read("testbed", fields.node("testbed"), problems),
                placement,
                modes,
                workloads,
                tunings,
                samples.atMost(),
                (int) fields.whole("seconds").orElseThrow(),
                (int) fields.whole("omit").orElseThrow(),
                (int) fields.whole("warm-up").orElseThrow(),
                baseline(fields, modes),
                seed.isPresent() ? seed.getAsLong() : null,
                Study.Order.valueOf(fields.word("order").toUpperCase(Locale.ROOT)),
                image(fields),
                fields.flag("profile"),
                samples.stopping());
    }

    private static @Nullable String image(Fields fields) {
        Optional<String> image = fields.text("image");
        if (image.isPresent() && !image.get().matches("[A-Za-z0-9./~_][^\\s]*")) {
            fields.problem(
                    fields.place("image"),
                    "'image' must be the name of an image, as shop/cache:7, or a file that 'docker save' wrote; it is '%s'"
                            .formatted(image.get()));
        }
        return image.orElse(null);
    }

    /** The name given, or the file's own; it becomes part of a folder's name. */
    private static String name(Fields fields, String fileName) {
        Optional<String> given = fields.text("name");
        if (given.isPresent() && !given.get().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+-]{0,59}")) {
            fields.wrong(
                    "name",
                    fields.place("name"),
                    "letters, digits, blanks, dots and dashes, 60 at most (a longer text is a 'description')");
        }
        Path last = Path.of(fileName).getFileName();
        String plain = last == null ? "" : last.toString().replaceFirst("\\.ya?ml$", "");
        return given.orElse(plain.isEmpty() ? "study" : plain);
    }

    private static String baseline(Fields fields, List<Choice> modes) {
        List<String> names = modes.stream().map(Choice::name).toList();
        String first = names.isEmpty() || names.contains("host") ? "host" : names.getFirst();
        String baseline = fields.text("baseline").orElse(first);
        List<String> all = allNames(fields, "modes", modes);
        if (!all.isEmpty() && !all.contains(baseline)) {
            fields.problem(
                    fields.place("baseline"),
                    "the baseline '%s' is not among the modes measured%s"
                            .formatted(Words.cut(baseline), Words.suggestion(baseline, names)));
        }
        return baseline;
    }

    /** The names of a list of the study; none where some of its entries could not be read. */
    private static List<String> allNames(Fields fields, String key, List<Choice> read) {
        return fields.items(key).size() == read.size()
                ? read.stream().map(Choice::name).toList()
                : List.of();
    }

    /** The tuning that others are compared with has to be measured wherever they may be. */
    private static void requireCompared(Fields fields, List<Choice> tunings) {
        Choice compared = Study.compared(tunings);
        if (compared.only() != null) {
            fields.problem(
                    fields.place("tunings"),
                    "the tuning '%s' is the one that others are compared with, and is measured in all cells: take 'only' from it, or add 'none'"
                            .formatted(compared.name()));
        }
    }

    static List<Choice> choices(Fields study, String key, ChoiceReader reader, List<Choice> preset) {
        if (!study.has(key)) {
            return preset;
        }
        List<Choice> choices = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Node> items = study.items(key);
        for (Node item : items) {
            reader.read(item).ifPresent(choice -> {
                if (names.add(choice.name())) {
                    choices.add(choice);
                } else {
                    study.problem(
                            item,
                            "the %s '%s' is named twice; give one another name with 'as:'"
                                    .formatted(reader.kind(), choice.name()));
                }
            });
        }
        if (items.isEmpty() && study.node(key) instanceof SequenceNode) {
            study.problem(study.place(key), "'%s' is empty; name at least one %s".formatted(key, reader.kind()));
        }
        return choices;
    }

    static StudyException whole(Path file, String what) {
        return new StudyException(file.toString(), List.of(new Problem(0, 0, what)));
    }
}
