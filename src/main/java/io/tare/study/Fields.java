package io.tare.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    /** {@code of} says what the mapping is, for messages: "the study", "testbed". */
    Fields(String of, Node node, List<Problem> problems) {
        this.of = of;
        this.at = node;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problem(node, of + " must be a mapping of keys and values, not " + kind(node));
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), "a key of " + of + " must be a word");
            } else if (values.putIfAbsent(key.getValue(), entry.getValueNode()) != null) {
                problem(key, "'%s' stands twice in %s; remove one".formatted(key.getValue(), of));
            } else {
                keys.put(key.getValue(), key);
            }
        }
    }

    /** Every key that is none of these is a problem. */
    Fields known(List<String> names) {
        keys.forEach((name, node) -> {
            if (!names.contains(name)) {
                problem(node, "%s has no key '%s'%s".formatted(of, name, Words.suggestion(name, names)));
            }
        });
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
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
        problem(node, "'%s' of %s must be a text, not %s".formatted(name, of, kind(node)));
        return Optional.empty();
    }

    /** A text that must be there. */
    String required(String name) {
        if (!has(name)) {
            problem(at, "%s needs '%s'".formatted(of, name));
        }
        return text(name).orElse("");
    }

    String word(String name, List<String> words, String preset) {
        Optional<String> given = text(name);
        if (given.isPresent() && !words.contains(given.get())) {
            problem(
                    place(name),
                    "'%s' of %s cannot be '%s'%s"
                            .formatted(name, of, given.get(), Words.suggestion(given.get(), words)));
            return preset;
        }
        return given.orElse(preset);
    }

    OptionalDouble number(String name, double least, boolean whole, String unit) {
        Node node = values.get(name);
        if (node == null) {
            return OptionalDouble.empty();
        }
        String kind = (whole ? "a whole number" : "a number") + (unit.isEmpty() ? "" : " of " + unit);
        if (node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
            try {
                double value = Double.parseDouble(scalar.getValue());
                if (Double.isFinite(value) && value >= least && value <= 1e9 && (!whole || value == Math.rint(value))) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException _) {
                // 0x10 and the like: told below
            }
        }
        problem(
                node,
                "'%s' of %s must be %s, at least %s; it is %s".formatted(name, of, kind, trimmed(least), kind(node)));
        return OptionalDouble.empty();
    }

    boolean flag(String name, boolean preset) {
        return word(name, List.of("true", "false"), Boolean.toString(preset)).equals("true");
    }

    List<Node> items(String name) {
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(node, "'%s' of %s must be a list, as [a, b], not %s".formatted(name, of, kind(node)));
        return List.of();
    }

    /** A command: a list of arguments, or one text that is split at blanks. */
    List<String> command(String name) {
        Node node = values.get(name);
        if (node instanceof ScalarNode scalar) {
            try {
                return Words.split(scalar.getValue());
            } catch (IllegalArgumentException e) {
                problem(node, "'%s' of %s: %s".formatted(name, of, e.getMessage()));
                return List.of();
            }
        }
        return texts(name);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(name)) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problem(item, "'%s' of %s must hold texts only, not %s".formatted(name, of, kind(item)));
            }
        }
        return texts;
    }

    /** A mapping of texts. */
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Node node = values.get(name);
        if (node != null) {
            Fields inner = new Fields("'" + name + "' of " + of, node, problems);
            inner.all().keySet().forEach(key -> inner.text(key).ifPresent(text -> pairs.put(key, text)));
        }
        return pairs;
    }

    void problem(Node node, String message) {
        problems.add(node.getStartMark()
                .map(mark -> new Problem(mark.getLine() + 1, mark.getColumn() + 1, message))
                .orElse(new Problem(0, 0, message)));
    }

    static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            default -> "something else";
        };
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
