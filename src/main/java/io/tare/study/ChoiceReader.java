package io.tare.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one entry of {@code modes}, {@code workloads} or {@code tunings}: a word, or a word with parameters, or a workload described whole.
 *
 * @param refused words that this study may not use, each with the reason
 * @param cells reads the cells that an entry is for; null where an entry cannot say so
 */
record ChoiceReader(
        String kind,
        Map<String, List<Parameter>> words,
        Map<String, String> refused,
        @Nullable OnlyReader cells,
        List<Problem> problems) {
    static final String NAME = "[a-z0-9][a-z0-9.-]{0,39}";
    private static final Pattern NAMES = Pattern.compile(NAME);

    Optional<Choice> read(Node item) {
        if (item instanceof ScalarNode word) {
            return known(item, word.getValue()) ? Optional.of(Choice.of(word.getValue())) : Optional.empty();
        }
        if (!(item instanceof MappingNode)) {
            problems.add(Problem.at(
                    item,
                    "an entry of %ss is a name, or a name with parameters; this is %s"
                            .formatted(kind, Fields.kind(item))));
            return Optional.empty();
        }
        Fields entry = Fields.named("an entry of " + kind + "s", item, problems);
        if (entry.all().size() != 1) {
            if (!entry.all().isEmpty()) {
                entry.problem(
                        item,
                        "an entry is one %s, as 'name' or 'name: {parameters}'; this has %d keys (are the parameters indented too little?)"
                                .formatted(kind, entry.all().size()));
            }
            return Optional.empty();
        }
        var only = entry.all().entrySet().iterator().next();
        return read(item, only.getKey(), only.getValue());
    }

    private Optional<Choice> read(Node item, String name, Node value) {
        if (kind.equals("workload") && WorkloadReader.describes(value)) {
            if (words.containsKey(name)) {
                problems.add(Problem.at(
                        item, "there is a workload '%s' already; describe yours under another name".formatted(name)));
                return Optional.empty();
            }
            return named(item, name)
                    ? Optional.of(new Choice(name, name, Map.of(), WorkloadReader.read(name, value, problems)))
                    : Optional.empty();
        }
        if (kind.equals("tuning") && combines(value)) {
            return combined(item, name, value);
        }
        if (!known(item, name)) {
            return Optional.empty();
        }
        boolean nothing = value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
        return Optional.of(nothing ? Choice.of(name) : withParameters(name, value));
    }

    private static boolean combines(Node value) {
        return value instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(e -> e.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(Choice.ALL_OF));
    }

    /** Several tunings together, under a name of the study's: {@code steered: {all-of: [rps, xps]}}. */
    private Optional<Choice> combined(Node item, String name, Node value) {
        if (words.containsKey(name)) {
            problems.add(Problem.at(
                    item, "there is a tuning '%s' already; give the combination another name".formatted(name)));
            return Optional.empty();
        }
        if (!named(item, name)) {
            return Optional.empty();
        }
        List<Key> keys = cells == null ? Keys.COMBINATION.subList(0, 1) : Keys.COMBINATION;
        Fields fields = Fields.of("tuning '" + name + "'", value, keys, problems);
        List<Choice> parts = new ArrayList<>();
        ChoiceReader ofParts = new ChoiceReader(kind, words, refused, null, problems);
        for (Node part : fields.items(Choice.ALL_OF)) {
            ofParts.read(part).ifPresent(parts::add);
        }
        List<String> kinds = parts.stream().map(Choice::kind).toList();
        if (parts.size() < 2 && fields.items(Choice.ALL_OF).size() < 2) {
            fields.problem(
                    fields.place(Choice.ALL_OF),
                    "a combination is of two tunings or more; '%s' is not".formatted(name));
        } else if (kinds.contains("none") || kinds.contains(Choice.ALL_OF)) {
            fields.problem(
                    fields.place(Choice.ALL_OF),
                    "a combination is of tunings that change something, and not of combinations");
        } else if (kinds.stream().distinct().count() < kinds.size()) {
            fields.problem(
                    fields.place(Choice.ALL_OF),
                    "'%s' holds a tuning twice, and they may contradict each other; keep one".formatted(name));
        }
        return Optional.of(Choice.allOf(name, parts).in(cells == null ? null : cells.read(fields)));
    }

    private Choice withParameters(String kindName, Node entry) {
        List<Key> parameters = keys(words.getOrDefault(kindName, List.of()));
        List<Key> keys = new ArrayList<>(parameters);
        if (cells != null) {
            keys.add(Keys.ONLY);
        }
        Fields fields = Fields.of(kind + " '" + kindName + "'", entry, keys, problems);
        ParameterValues values = new ParameterValues(fields, problems);
        Map<String, String> given = new LinkedHashMap<>();
        for (Key key : parameters) {
            if (!key.equals(Keys.AS)) {
                values.of(key.name()).ifPresent(value -> given.put(key.name(), value));
            }
        }
        String name = fields.text("as").orElse(kindName);
        named(fields.place("as"), name);
        return new Choice(name, kindName, given, null).in(cells == null ? null : cells.read(fields));
    }

    /** What an entry may hold: its parameters and {@code as}. */
    static List<Key> keys(List<Parameter> parameters) {
        List<Key> keys = new ArrayList<>(parameters.stream().map(Key::of).toList());
        keys.add(Keys.AS);
        return keys;
    }

    private boolean known(Node at, String name) {
        if (refused.containsKey(name)) {
            problems.add(
                    Problem.at(at, "%s '%s' cannot be measured here: %s".formatted(kind, name, refused.get(name))));
            return false;
        }
        if (words.containsKey(name)) {
            return true;
        }
        problems.add(Problem.at(
                at, "there is no %s '%s'%s".formatted(kind, Words.cut(name), Words.suggestion(name, words.keySet()))));
        return false;
    }

    private boolean named(Node at, String name) {
        if (NAMES.matcher(name).matches()) {
            return true;
        }
        String right =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[.-]+|-+$", "");
        problems.add(Problem.at(
                at,
                "the name '%s' must be lower-case letters, digits, dots and dashes, 40 at most, starting with a letter or digit%s"
                        .formatted(Words.cut(name), NAMES.matcher(right).matches() ? "; write '" + right + "'" : "")));
        return false;
    }
}
