package io.tare.tuning;

import io.tare.study.Choice;
import java.util.List;
import java.util.Objects;

/** One tuning with its parameters, alone or as one of a combination. */
record Part(Tuning tuning, Given given) {
    Part {
        Objects.requireNonNull(tuning, "tuning is null");
        Objects.requireNonNull(given, "given is null");
    }

    /** What a study's choice consists of. */
    static List<Part> of(Choice choice) {
        if (!choice.parts().isEmpty()) {
            return choice.parts().stream().flatMap(part -> of(part).stream()).toList();
        }
        Tuning tuning = Tunings.named(choice.kind());
        return List.of(new Part(tuning, new Given(tuning.about().parameters(), choice.parameters())));
    }

    Wish on(Ground ground) {
        return tuning.on(ground, given);
    }

    String name() {
        return tuning.name();
    }
}
