package io.tare.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The study file as a JSON Schema (draft 2020-12) for editors, made of the reader's own keys and words. An editor completes and checks with
 * it; what only the reader can know (a name that stands twice, a baseline that is not measured) is not in it.
 */
public final class StudySchema {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Vocabulary vocabulary;

    private StudySchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema as indented JSON text that ends with a new line. */
    public static String of(Vocabulary vocabulary) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "A study of Tare's");
        root.put(
                "description",
                "What to measure, where, how often and in which order. Generated from the reader of the study file.");
        root.putAll(new StudySchema(vocabulary).group(Keys.STUDY));
        return JSON.writeValueAsString(root) + "\n";
    }

    private Map<String, Object> group(List<Key> keys) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("type", "object");
        group.put("additionalProperties", false);
        List<String> needed = keys.stream().filter(Key::needed).map(Key::name).toList();
        if (!needed.isEmpty()) {
            group.put("required", needed);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key.name(), described(key)));
        group.put("properties", properties);
        return group;
    }

    private Map<String, Object> described(Key key) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("description", key.meaning() + (key.preset().isEmpty() ? "" : " (preset: " + key.preset() + ")"));
        value.putAll(shape(key.shape()));
        return value;
    }

    private Map<String, Object> shape(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> Map.of("type", List.of("string", "number", "boolean"));
            case Shape.Whole(long least, long most, String _) ->
                most == Long.MAX_VALUE
                        ? Map.of("type", "integer")
                        : ordered("type", "integer", "minimum", least, "maximum", most);
            case Shape.WholeOr(Shape.Whole whole, Shape.Group rule) ->
                Map.of("anyOf", List.of(shape(whole), shape(rule)));
            case Shape.Decimal(double least, double most, String _) ->
                ordered("type", "number", "minimum", least, "maximum", most);
            case Shape.Flag _ -> Map.of("type", "boolean");
            case Shape.Form(String pattern) -> ordered("type", "string", "pattern", "^(?:" + pattern + ")$");
            case Shape.Word(List<String> words) -> Map.of("enum", words);
            case Shape.Size _ -> ordered("type", List.of("integer", "string"), "pattern", "^" + Numbers.SIZE + "$");
            case Shape.Rate _ -> ordered("type", List.of("number", "string"), "pattern", "^" + Numbers.RATE + "$");
            case Shape.Command _ ->
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("type", "string"),
                                ordered(
                                        "type",
                                        "array",
                                        "minItems",
                                        1,
                                        "items",
                                        Map.of("type", List.of("string", "number", "boolean")))));
            case Shape.Several(Shape of) -> ordered("type", "array", "items", shape(of));
            case Shape.Pairs _ ->
                ordered(
                        "type",
                        "object",
                        "additionalProperties",
                        Map.of("type", List.of("string", "number", "boolean")));
            case Shape.Group(List<Key> keys) -> group(keys);
            case Shape.Named(List<Key> keys) ->
                ordered(
                        "type",
                        "object",
                        "minProperties",
                        1,
                        "propertyNames",
                        Map.of("pattern", "^" + WorkloadReader.NAME + "$"),
                        "additionalProperties",
                        group(keys));
            case Shape.Choices(String kind) -> ordered("type", "array", "minItems", 1, "items", choice(kind));
        };
    }

    /** An entry of a list of modes, workloads or tunings: a word; a word with parameters; a workload described whole. */
    private Map<String, Object> choice(String kind) {
        Map<String, List<Parameter>> words = switch (kind) {
            case "mode" -> vocabulary.modes();
            case "workload" -> vocabulary.workloads();
            default -> vocabulary.tunings();
        };
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "object");
        entry.put("minProperties", 1);
        entry.put("maxProperties", 1);
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> asPart = new LinkedHashMap<>();
        words.forEach((word, parameters) -> {
            List<Key> keys = ChoiceReader.keys(parameters);
            asPart.put(word, entry(keys));
            properties.put(word, entry(kind.equals("tuning") ? with(keys, Keys.ONLY) : keys));
        });
        entry.put("properties", properties);
        entry.put("propertyNames", Map.of("pattern", "^" + ChoiceReader.NAME + "$"));
        entry.put(
                "additionalProperties",
                switch (kind) {
                    case "workload" -> group(Keys.WORKLOAD);
                    case "tuning" -> combination(List.copyOf(words.keySet()), asPart);
                    default -> false;
                });
        return Map.of("anyOf", List.of(Map.of("enum", List.copyOf(words.keySet())), entry));
    }

    private Map<String, Object> entry(List<Key> keys) {
        Map<String, Object> given = group(keys);
        given.put("type", List.of("object", "null"));
        return given;
    }

    private static List<Key> with(List<Key> keys, Key more) {
        return Stream.concat(keys.stream(), Stream.of(more)).toList();
    }

    /** Tunings applied together; no combinations among them. */
    private Map<String, Object> combination(List<String> words, Map<String, Object> properties) {
        Map<String, Object> part =
                ordered("type", "object", "minProperties", 1, "maxProperties", 1, "properties", properties);
        part.put("additionalProperties", false);
        Map<String, Object> parts = ordered("type", "array", "minItems", 2);
        parts.put("items", Map.of("anyOf", List.of(Map.of("enum", words), part)));
        return ordered(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of(Choice.ALL_OF),
                "properties",
                ordered(Choice.ALL_OF, parts, Keys.ONLY.name(), described(Keys.ONLY)));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
