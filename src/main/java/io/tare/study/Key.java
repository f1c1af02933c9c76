package io.tare.study;

import java.util.Objects;

/**
 * A key of the study file. The reader, the schema for editors and the test of the pages in docs all take it from here.
 *
 * @param preset the value used where the study does not say, as it would be written there; empty where there is none
 * @param needed whether it has to be given
 * @param meaning one sentence with the unit
 */
record Key(String name, Shape shape, String preset, boolean needed, String meaning) {
    Key {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(shape, "shape is null");
        Objects.requireNonNull(preset, "preset is null");
        Objects.requireNonNull(meaning, "meaning is null");
    }

    static Key needed(String name, Shape shape, String meaning) {
        return new Key(name, shape, "", true, meaning);
    }

    static Key optional(String name, Shape shape, String preset, String meaning) {
        return new Key(name, shape, preset, false, meaning);
    }

    /** A parameter of a mode, workload or tuning as a key. */
    static Key of(Parameter parameter) {
        double least = parameter.least().orElse(0);
        double most = parameter.most().orElse(1e9);
        Shape shape = switch (parameter.type()) {
            case INTEGER -> new Shape.Whole((long) least, (long) most, "");
            case NUMBER -> new Shape.Decimal(least, most, "");
            case BOOLEAN -> new Shape.Flag();
            case TEXT -> text(parameter);
            case SIZE -> new Shape.Size(Math.max(1, (long) least), (long) most);
            case RATE -> new Shape.Rate(true);
            case WORDS -> new Shape.Several(new Shape.Word(parameter.words()));
        };
        return optional(parameter.name(), shape, parameter.preset(), parameter.meaning());
    }

    private static Shape text(Parameter parameter) {
        if (!parameter.words().isEmpty()) {
            return new Shape.Word(parameter.words());
        }
        return parameter.pattern().isEmpty() ? new Shape.Text() : new Shape.Form(parameter.pattern());
    }
}
