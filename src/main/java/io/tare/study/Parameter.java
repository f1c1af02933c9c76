package io.tare.study;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A setting that a mode, workload or tuning takes in the study file.
 *
 * @param name as written in the study file, in kebab-case
 * @param type what values it accepts
 * @param preset the value used when the study does not say, as it would be written there
 * @param least the smallest number accepted, where there is one; of a size, in bytes
 * @param most the largest number accepted, where there is one; of a size, in bytes
 * @param words what a text may be where it is one of a few; else empty
 * @param pattern the regular expression that a text matches as a whole; empty where any text will do
 * @param meaning one sentence with the unit
 */
public record Parameter(
        String name,
        Type type,
        String preset,
        OptionalDouble least,
        OptionalDouble most,
        List<String> words,
        String pattern,
        String meaning) {
    public Parameter {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(type, "type is null");
        Objects.requireNonNull(preset, "preset is null");
        Objects.requireNonNull(least, "least is null");
        Objects.requireNonNull(most, "most is null");
        words = List.copyOf(words);
        Objects.requireNonNull(pattern, "pattern is null");
        Objects.requireNonNull(meaning, "meaning is null");
    }

    /** What a parameter's value may be. */
    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        TEXT,
        /** A size in bytes with an optional suffix K, M or G (powers of 1024), as iperf3 takes it. */
        SIZE,
        /** A rate in bit/s with an optional suffix K, M or G (powers of 1000); 0 is unlimited. */
        RATE,
        /** A list of words, kept parted by commas: {@code [a, b]} is {@code a,b}. */
        WORDS
    }

    public static Parameter of(String name, Type type, String preset, String meaning) {
        return new Parameter(
                name, type, preset, OptionalDouble.empty(), OptionalDouble.empty(), List.of(), "", meaning);
    }

    /** A text that is one of a few words, the first of them preset. */
    public static Parameter oneOf(String name, List<String> words, String meaning) {
        return new Parameter(
                name, Type.TEXT, words.getFirst(), OptionalDouble.empty(), OptionalDouble.empty(), words, "", meaning);
    }

    /** Some of a few words, as a list; all of them preset. */
    public static Parameter someOf(String name, List<String> words, String meaning) {
        return new Parameter(
                name,
                Type.WORDS,
                "[" + String.join(", ", words) + "]",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                words,
                "",
                meaning);
    }

    /** A text that matches a regular expression as a whole, and of which the preset is an example. */
    public static Parameter matching(String name, String pattern, String preset, String meaning) {
        return new Parameter(
                name, Type.TEXT, preset, OptionalDouble.empty(), OptionalDouble.empty(), List.of(), pattern, meaning);
    }

    public Parameter atLeast(double bound) {
        return new Parameter(name, type, preset, OptionalDouble.of(bound), most, words, pattern, meaning);
    }

    public Parameter atMost(double bound) {
        return new Parameter(name, type, preset, least, OptionalDouble.of(bound), words, pattern, meaning);
    }
}
