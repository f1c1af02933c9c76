package io.tare.compare;

import java.util.Objects;

/**
 * Something that two runs were not measured alike with.
 *
 * @param where {@code Tare}, {@code image}, {@code study}, {@code both hosts}, or a host's role
 * @param base what the base run had; empty where it had nothing of it
 * @param now what the new run had; likewise
 */
public record TestbedDifference(String where, String what, String base, String now) {
    public TestbedDifference {
        Objects.requireNonNull(where, "where is null");
        Objects.requireNonNull(what, "what is null");
        Objects.requireNonNull(base, "base is null");
        Objects.requireNonNull(now, "now is null");
    }
}
