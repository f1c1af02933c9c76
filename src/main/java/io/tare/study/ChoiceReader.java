package io.tare.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one entry of {@code modes}, {@code workloads} or {@code tunings}: a word, or a word with parameters, or a workload described whole. */
record ChoiceReader(String kind, Map<String, List<Parameter>> words, List<Problem> problems) {
    static final Pattern RATE = Pattern.compile("[0-9]+(\\.[0-9]+)?[KMGkmg]?");
    private static final Pattern SIZE = Pattern.compile("[0-9]+[KMGkmg]?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    Optional<Choice> read(Node item) {
        if (item instanceof ScalarNode word) {
            return known(item, word.getValue()) ? Optional.of(Choice.of(word.getValue())) : Optional.empty();
        }
        Fields entry = new Fields("an entry of " + kind + "s", item, problems);
        if (entry.all().size() != 1) {
            entry.problem(item, "an entry is one %s, as 'name' or 'name: {parameters}'".formatted(kind));
            return Optional.empty();
        }
        var only = entry.all().entrySet().iterator().next();
        String name = only.getKey();
        Fields fields = new Fields(kind + " '" + name + "'", only.getValue(), problems);
        if (kind.equals("workload") && fields.has("server")) {
            return named(item, name, fields)
                    ? Optional.of(new Choice(name, name, Map.of(), new WorkloadReader(name, fields, problems).read()))
                    : Optional.empty();
        }
        return known(item, name) ? Optional.of(withParameters(item, name, fields)) : Optional.empty();
    }

    private Choice withParameters(Node item, String kindName, Fields fields) {
        List<Parameter> takes = words.getOrDefault(kindName, List.of());
        List<String> keys =
                new java.util.ArrayList<>(takes.stream().map(Parameter::name).toList());
        keys.add("as");
        fields.known(keys);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter parameter : takes) {
            value(parameter, fields).ifPresent(value -> parameters.put(parameter.name(), value));
        }
        String name = fields.text("as").orElse(kindName);
        named(item, name, fields);
        return new Choice(name, kindName, parameters, null);
    }

    private Optional<String> value(Parameter parameter, Fields fields) {
        String name = parameter.name();
        double least = parameter.least().orElse(0);
        return switch (parameter.type()) {
            case INTEGER -> fields.number(name, least, true, "").isPresent() ? fields.text(name) : Optional.empty();
            case NUMBER -> fields.number(name, least, false, "").isPresent() ? fields.text(name) : Optional.empty();
            case BOOLEAN ->
                fields.has(name) ? Optional.of(Boolean.toString(fields.flag(name, false))) : Optional.empty();
            case TEXT -> fields.text(name);
            case SIZE -> matching(fields, name, SIZE, "a size in bytes, as 1400, 128K or 1M");
            case RATE -> matching(fields, name, RATE, "a rate in bit/s, as 500M or 1G, or 0 for no limit");
        };
    }

    private static Optional<String> matching(Fields fields, String name, Pattern pattern, String expected) {
        Optional<String> given = fields.text(name);
        if (given.isPresent() && !pattern.matcher(given.get()).matches()) {
            fields.problem(fields.place(name), "'%s' must be %s; it is '%s'".formatted(name, expected, given.get()));
            return Optional.empty();
        }
        return given;
    }

    private boolean known(Node at, String name) {
        if (words.containsKey(name)) {
            return true;
        }
        problems.add(at.getStartMark()
                .map(m -> new Problem(m.getLine() + 1, m.getColumn() + 1, unknown(name)))
                .orElse(new Problem(0, 0, unknown(name))));
        return false;
    }

    private String unknown(String name) {
        return "there is no %s '%s'%s".formatted(kind, name, Words.suggestion(name, words.keySet()));
    }

    private boolean named(Node at, String name, Fields fields) {
        if (NAME.matcher(name).matches()) {
            return true;
        }
        fields.problem(
                at,
                "the name '%s' must be lower-case letters, digits, dots and dashes, 40 at most, starting with a letter or digit"
                        .formatted(name));
        return false;
    }
}
