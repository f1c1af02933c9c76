package io.tare.search;

import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.tuning.Tuning;
import io.tare.tuning.Tunings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which knobs a search tries: those of the study, or, where it names none, all that Tare knows, switches in both positions. */
final class Candidates {
    static final String UNTOUCHED = "none";
    private static final String SWITCH = "state";

    private Candidates() {}

    static List<Choice> of(Study study) {
        List<Choice> named = study.tunings().stream()
                .filter(t -> !t.kind().equals(UNTOUCHED))
                .toList();
        return named.isEmpty() ? all() : named;
    }

    private static List<Choice> all() {
        List<Choice> all = new ArrayList<>();
        for (Tuning tuning : Tunings.all()) {
            boolean switched =
                    tuning.about().parameters().stream().anyMatch(p -> p.name().equals(SWITCH));
            if (switched) {
                for (String state : List.of("on", "off")) {
                    all.add(new Choice(tuning.name() + "-" + state, tuning.name(), Map.of(SWITCH, state), null));
                }
            } else if (!tuning.name().equals(UNTOUCHED)) {
                all.add(new Choice(tuning.name(), tuning.name(), tuning.example(), null));
            }
        }
        return all;
    }
}
