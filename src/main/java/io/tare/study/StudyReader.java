package io.tare.study;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a study file: YAML 1.2. All that is wrong is told at once, each with file, line and column. */
public final class StudyReader {
    static final List<String> KEYS = List.of(
            "name",
            "description",
            "testbed",
            "modes",
            "workloads",
            "tunings",
            "samples",
            "seconds",
            "omit",
            "warm-up",
            "baseline",
            "seed",
            "order",
            "image");
    static final List<String> TESTBED_KEYS = List.of("lab", "hosts", "profile", "mtu", "rate");
    static final List<String> PROFILES = List.of("virtio", "offload", "plain");
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
            if (Files.size(file) > LARGEST) {
                throw whole(file, "is larger than 1 MiB; that is no study");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            throw whole(file, "does not exist");
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

    private static Optional<Node> compose(String text, String fileName) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(fileName)
                    .setMaxAliasesForCollections(10)
                    .setCodePointLimit(LARGEST)
                    .setAllowDuplicateKeys(true) // told with their place by Fields
                    .build();
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            String what = "is not YAML: " + e.getProblem();
            throw new StudyException(
                    fileName,
                    List.of(e.getProblemMark()
                            .map(m -> new Problem(m.getLine() + 1, m.getColumn() + 1, what))
                            .orElse(new Problem(0, 0, what))));
        } catch (YamlEngineException | StackOverflowError e) {
            throw whole(Path.of(fileName), "is not YAML: " + e.getMessage());
        }
    }

    private Study study(Node root, String fileName, List<Problem> problems) {
        Fields fields = new Fields("the study", root, problems).known(KEYS);
        List<Choice> modes = choices(fields, "modes", "mode", vocabulary.modes(), List.of(), problems);
        List<Choice> workloads = choices(fields, "workloads", "workload", vocabulary.workloads(), List.of(), problems);
        List<Choice> tunings =
                choices(fields, "tunings", "tuning", vocabulary.tunings(), List.of(Choice.of("none")), problems);
        String first = modes.isEmpty() ? "host" : modes.getFirst().name();
        String preset = modes.stream().anyMatch(m -> m.name().equals("host")) ? "host" : first;
        String baseline = fields.text("baseline").orElse(preset);
        List<String> names = modes.stream().map(Choice::name).toList();
        if (!names.isEmpty() && !names.contains(baseline)) {
            fields.problem(
                    fields.place("baseline"),
                    "the baseline '%s' is not among the modes measured%s"
                            .formatted(baseline, Words.suggestion(baseline, names)));
        }
        String plain = Path.of(fileName).getFileName().toString().replaceFirst("\\.ya?ml$", "");
        var seed = fields.number("seed", 0, true, "");
        return new Study(
                fields.text("name").orElse(plain),
                fields.text("description").orElse(null),
                testbed(fields, problems),
                modes,
                workloads,
                tunings,
                (int) fields.number("samples", 1, true, "").orElse(30),
                (int) fields.number("seconds", 1, true, "seconds").orElse(10),
                (int) fields.number("omit", 0, true, "seconds").orElse(0),
                (int) fields.number("warm-up", 0, true, "trials").orElse(1),
                baseline,
                seed.isPresent() ? (long) seed.getAsDouble() : null,
                Study.Order.valueOf(fields.word("order", List.of("random", "listed"), "random")
                        .toUpperCase(Locale.ROOT)),
                fields.text("image").orElse(null));
    }

    private static TestbedSpec testbed(Fields study, List<Problem> problems) {
        Node node = study.node("testbed");
        if (node == null) {
            return TestbedSpec.PRESET;
        }
        TestbedSpec preset = TestbedSpec.PRESET;
        Fields fields = new Fields("testbed", node, problems).known(TESTBED_KEYS);
        Optional<String> rate = fields.text("rate");
        if (rate.isPresent() && !ChoiceReader.RATE.matcher(rate.get()).matches()) {
            fields.problem(
                    fields.place("rate"),
                    "'rate' of testbed must be bits per second, as 500M or 1G; it is '%s'".formatted(rate.get()));
        }
        return new TestbedSpec(
                fields.word("lab", List.of("namespace"), preset.lab()),
                (int) Math.min(50, fields.number("hosts", 2, true, "").orElse(preset.hosts())),
                fields.word("profile", PROFILES, preset.profile()),
                (int) fields.number("mtu", 576, true, "bytes").orElse(preset.mtu()),
                rate.orElse(null));
    }

    private static List<Choice> choices(
            Fields study,
            String key,
            String kind,
            java.util.Map<String, List<Parameter>> words,
            List<Choice> preset,
            List<Problem> problems) {
        if (!study.has(key)) {
            if (preset.isEmpty()) {
                study.problem(study.place(key), "the study needs '%s': a list of what to measure".formatted(key));
            }
            return preset;
        }
        List<Choice> choices = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Node> items = study.items(key);
        for (Node item : items) {
            new ChoiceReader(kind, words, problems).read(item).ifPresent(choice -> {
                if (names.add(choice.name())) {
                    choices.add(choice);
                } else {
                    study.problem(
                            item,
                            "the %s '%s' is named twice; give one another name with 'as:'"
                                    .formatted(kind, choice.name()));
                }
            });
        }
        if (items.isEmpty() && study.node(key) instanceof org.snakeyaml.engine.v2.nodes.SequenceNode) {
            study.problem(study.place(key), "'%s' is empty; name at least one %s".formatted(key, kind));
        }
        return choices;
    }

    private static StudyException whole(Path file, String what) {
        return new StudyException(file.toString(), List.of(new Problem(0, 0, what)));
    }
}
