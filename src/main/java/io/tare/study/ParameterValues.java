package io.tare.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The values of a mode's, workload's or tuning's parameters, in the plain form that a {@link Choice} keeps them in. */
record ParameterValues(Fields fields, List<Problem> problems) {
    /** A parameter's value in its plain form; empty where it is not given or wrong. */
    Optional<String> of(String name) {
        if (!fields.has(name)) {
            return Optional.empty();
        }
        int before = problems.size();
        Optional<String> value = switch (fields.key(name).shape()) {
            case Shape.Whole _ ->
                fields.whole(name).stream().mapToObj(Long::toString).findFirst();
            case Shape.Decimal _ ->
                fields.decimal(name).stream()
                        .mapToObj(d -> BigDecimal.valueOf(d).toPlainString())
                        .findFirst();
            case Shape.Flag _, Shape.Word _ -> Optional.of(fields.word(name));
            case Shape.Size _, Shape.Rate _ -> fields.quantity(name);
            case Shape.Form(String pattern) -> formed(name, pattern);
            case Shape.Several(Shape.Word(List<String> words)) -> some(name, words);
            default -> fields.text(name);
        };
        return problems.size() == before ? value : Optional.empty();
    }

    private Optional<String> formed(String name, String pattern) {
        Optional<String> given = fields.text(name);
        if (given.isPresent() && !given.get().matches(pattern)) {
            Key key = fields.key(name);
            fields.wrong(name, fields.place(name), "%s, as %s".formatted(key.meaning(), key.preset()));
            return Optional.empty();
        }
        return given;
    }

    /** Some of these words, parted by commas. */
    private Optional<String> some(String name, List<String> words) {
        List<String> given = fields.texts(name);
        if (given.isEmpty()) {
            fields.problem(
                    fields.place(name),
                    "'%s' of %s names nothing; it can be %s".formatted(name, fields.of(), String.join(", ", words)));
        }
        for (String word : given) {
            if (!words.contains(word)) {
                fields.problem(
                        fields.place(name),
                        "'%s' of %s cannot hold '%s'%s"
                                .formatted(name, fields.of(), Words.cut(word), Words.alternative(word, words)));
            }
        }
        return Optional.of(String.join(",", given));
    }
}
