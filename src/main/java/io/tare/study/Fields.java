package io.tare.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The keys of one mapping in a study file. Every wrong value is added to the problems with its place, and reading goes on. */
final class Fields {
    private final String of;
    private final Node at;
    private final List<Problem> problems;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(String of, Node node, List<Problem> problems) {
        this.of = of;
        this.at = node;
        this.problems = problems;
    }

    /** A mapping that has these keys and no others. {@code of} says what it is, for messages: "the study", "testbed". */
    static Fields of(String of, Node node, List<Key> keys, List<Problem> problems) {
        Fields fields = new Fields(of, node, problems);
        keys.forEach(key -> fields.keys.put(key.name(), key));
        fields.fill(false);
        return fields;
    }

    /** A mapping whose keys are names that the user chooses. */
    static Fields named(String of, Node node, List<Problem> problems) {
        Fields fields = new Fields(of, node, problems);
        fields.fill(true);
        return fields;
    }

    private void fill(boolean anyKey) {
        if (!(at instanceof MappingNode mapping)) {
            problem(at, of + " must be a mapping of keys and values; it is " + kind(at));
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), "a key of " + of + " must be a word");
            } else if (!anyKey && !keys.containsKey(key.getValue())) {
                problem(
                        key,
                        "%s has no key '%s'%s"
                                .formatted(of, key.getValue(), Words.suggestion(key.getValue(), keys.keySet())));
            } else if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
                problem(key, "'%s' stands twice in %s; remove one".formatted(key.getValue(), of));
            }
        }
        List<String> missing = keys.values().stream()
                .filter(key -> key.needed() && !values.containsKey(key.name()))
                .map(key -> "'%s' (%s)".formatted(key.name(), key.meaning()))
                .toList();
        if (!missing.isEmpty()) {
            problem(at, "%s needs %s".formatted(of, String.join(" and ", missing)));
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What the mapping is, for messages. */
    String of() {
        return of;
    }

    Map<String, Node> all() {
        return values;
    }

    @Nullable
    Node node(String name) {
        return values.get(name);
    }

    Node place(String name) {
        return values.getOrDefault(name, at);
    }

    Optional<String> text(String name) {
        Node node = values.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue());
        }
        wrong(name, node, "a text");
        return Optional.empty();
    }

    /** One of the key's words, or its preset. */
    String word(String name) {
        Key key = key(name);
        List<String> words = key.shape() instanceof Shape.Word word ? word.words() : List.of("true", "false");
        Optional<String> given = text(name);
        if (given.isPresent() && !words.contains(given.get())) {
            problem(
                    place(name),
                    "'%s' of %s cannot be '%s'%s"
                            .formatted(name, of, Words.cut(given.get()), Words.alternative(given.get(), words)));
            return key.preset();
        }
        return given.orElse(key.preset());
    }

    boolean flag(String name) {
        return word(name).equals("true");
    }

    /** A whole number within the key's bounds, or its preset; empty where it has none. */
    OptionalLong whole(String name) {
        Key key = key(name);
        Shape.Whole bounds = Objects.requireNonNull(Shape.whole(key.shape()), name);
        Node node = values.get(name);
        if (node != null) {
            OptionalLong value = Numbers.whole(node);
            if (value.isPresent() && value.getAsLong() >= bounds.least() && value.getAsLong() <= bounds.most()) {
                return value;
            }
            wrong(name, node, Numbers.expected(bounds), Numbers.advice(node));
        }
        return key.preset().isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(key.preset()));
    }

    /** A number within the key's bounds, or its preset; empty where it has none. */
    OptionalDouble decimal(String name) {
        Key key = key(name);
        Shape.Decimal bounds = (Shape.Decimal) key.shape();
        Node node = values.get(name);
        if (node != null) {
            OptionalDouble value = Numbers.decimal(node);
            if (value.isPresent() && value.getAsDouble() >= bounds.least() && value.getAsDouble() <= bounds.most()) {
                return value;
            }
            wrong(name, node, Numbers.expected(bounds), Numbers.advice(node));
        }
        return key.preset().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(key.preset()));
    }

    /** A size or a rate, as written. */
    Optional<String> quantity(String name) {
        Optional<String> given = text(name);
        Shape shape = key(name).shape();
        if (given.isPresent() && !Numbers.isQuantity(given.get(), shape)) {
            wrong(name, place(name), Numbers.expectedQuantity(shape));
            return Optional.empty();
        }
        return given;
    }

    List<Node> items(String name) {
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        boolean one = node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL);
        wrong(name, node, "a list, as [%s]".formatted(one ? Words.cut(((ScalarNode) node).getValue()) : "a, b"));
        return List.of();
    }

    /** A command: a list of arguments, or one text that is split at blanks. Empty where it is not given. */
    List<String> command(String name) {
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        List<String> command = List.of();
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            try {
                command = Words.split(scalar.getValue());
            } catch (IllegalArgumentException e) {
                problem(node, "'%s' of %s: %s".formatted(name, of, e.getMessage()));
                return List.of();
            }
        } else if (node instanceof SequenceNode) {
            command = texts(name);
        }
        if (command.isEmpty() || command.getFirst().isBlank()) {
            wrong(name, node, "a command: a text, or a list of arguments");
            return List.of();
        }
        return command;
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        items(name).forEach(item -> text(item, name).ifPresent(texts::add));
        return texts;
    }

    /** One item of a list of texts. */
    Optional<String> text(Node item, String name) {
        if (item instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue());
        }
        problem(item, "'%s' of %s must hold texts only; this is %s".formatted(name, of, kind(item)));
        return Optional.empty();
    }

    /** A mapping of texts. */
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Node node = values.get(name);
        if (node != null) {
            Fields inner = Fields.named("'" + name + "' of " + of, node, problems);
            inner.all().keySet().forEach(key -> inner.text(key).ifPresent(text -> pairs.put(key, text)));
        }
        return pairs;
    }

    void wrong(String name, Node node, String expected) {
        wrong(name, node, expected, "");
    }

    private void wrong(String name, Node node, String expected, String advice) {
        problem(node, "'%s' of %s must be %s; it is %s%s".formatted(name, of, expected, kind(node), advice));
    }

    void problem(Node node, String message) {
        problems.add(Problem.at(node, message));
    }

    /** What is known of a key of the mapping. */
    Key key(String name) {
        Key key = keys.get(name);
        if (key == null) {
            throw new IllegalArgumentException(of + " has no key " + name);
        }
        return key;
    }

    static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
            case ScalarNode scalar
            when scalar.getScalarStyle() == ScalarStyle.PLAIN -> "'" + Words.cut(scalar.getValue()) + "'";
            case ScalarNode scalar -> "the text '" + Words.cut(scalar.getValue()) + "'";
            default -> "something else";
        };
    }
}
