package io.tare.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the value of a key may be. */
sealed interface Shape {
    record Text() implements Shape {}

    /** A text that matches the regular expression as a whole; the key's preset is an example of it. */
    record Form(String pattern) implements Shape {}

    /** A whole number; {@code unit} is for messages ("seconds") and may be empty. */
    record Whole(long least, long most, String unit) implements Shape {}

    /** A whole number, or a mapping that says how to find it. */
    record WholeOr(Whole whole, Group rule) implements Shape {}

    /** The whole number that a shape is or may be; null where it is none. */
    static @Nullable Whole whole(Shape shape) {
        return shape instanceof WholeOr(Whole whole, Group _) ? whole : shape instanceof Whole whole ? whole : null;
    }

    record Decimal(double least, double most, String unit) implements Shape {}

    record Flag() implements Shape {}

    /** One of these. */
    record Word(List<String> words) implements Shape {}

    /** Bytes with an optional suffix K, M or G (powers of 1024). */
    record Size(long least, long most) implements Shape {}

    /** Bits a second with an optional suffix K, M or G (powers of 1000); 0 is unlimited where {@code unlimited}. */
    record Rate(boolean unlimited) implements Shape {}

    /** A list of arguments, or one text that is split at blanks. */
    record Command() implements Shape {}

    record Several(Shape of) implements Shape {}

    /** A mapping of texts by name. */
    record Pairs() implements Shape {}

    /** A mapping with these keys. */
    record Group(List<Key> keys) implements Shape {}

    /** A mapping of names, each to a mapping with these keys. */
    record Named(List<Key> keys) implements Shape {}

    /** A list of modes, workloads or tunings; {@code kind} is one of {@code mode}, {@code workload}, {@code tuning}. */
    record Choices(String kind) implements Shape {}
}
