package io.tare.explain;

import java.util.List;
import java.util.Objects;

/**
 * What holds a cell up, as far as its counters show it.
 *
 * @param rule that sees it, in kebab-case: {@code one-cpu}
 * @param says what it is, in a sentence
 * @param evidence the figures it rests on, each with its unit and where it was counted
 * @param remedy what to try
 */
public record Bottleneck(String rule, String says, List<String> evidence, String remedy) {
    public Bottleneck {
        Objects.requireNonNull(rule, "rule is null");
        Objects.requireNonNull(says, "says is null");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(remedy, "remedy is null");
    }
}
