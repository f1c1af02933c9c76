package io.tare.search;

import io.tare.study.Choice;
import io.tare.study.Study;
import io.tare.tuning.Tuning;
import io.tare.tuning.Tunings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which knobs a search tries: those of the study, or, where it names none, all that Tare knows and can take back, switches in both positions. */
final class Candidates {
    static final String UNTOUCHED = "none";
    private static final String SWITCH = "state";
    /** Tried only where a study names them: {@code threaded-napi} has stopped a VXLAN device in a way that taking it back did not mend. */
    private static final Set<String> ONLY_NAMED = Set.of("threaded-napi");

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
            } else if (!tuning.name().equals(UNTOUCHED) && !ONLY_NAMED.contains(tuning.name())) {
                all.add(new Choice(tuning.name(), tuning.name(), tuning.example(), null));
            }
        }
        return all;
    }
}
