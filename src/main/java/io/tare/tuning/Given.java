package io.tare.tuning;

import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/** The parameters that a study gives a tuning, with the presets of those it does not; the study reader has checked them. */
public record Given(List<Parameter> declared, Map<String, String> values) {
    public Given {
        declared = List.copyOf(declared);
        values = Map.copyOf(values);
    }

    /** Whether the study gives it itself. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        String value = values.get(name);
        return value != null
                ? value
                : declared.stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no parameter " + name))
                        .preset();
    }

    List<String> words(String name) {
        return List.of(text(name).replaceAll("[\\[\\] ]", "").split(","));
    }

    boolean on(String name) {
        return text(name).equals("true");
    }
}
