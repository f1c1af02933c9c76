package io.tare.run;

import io.tare.network.Modes;
import io.tare.study.Choice;
import io.tare.study.Study;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which modes of a study exclude each other, and so are connected in turn.
 *
 * @param claims what each mode takes for itself alone, by its name in the study
 */
record Turns(Map<String, Set<String>> claims) {
    /** What closing one mode and connecting another is expected to cost, in s. */
    static final double COST = 4;

    static Turns of(Study study) {
        Map<String, Set<String>> claims = new LinkedHashMap<>();
        for (Choice mode : study.modes()) {
            claims.put(mode.name(), Modes.named(mode.kind()).claims(mode.parameters()));
        }
        return new Turns(claims);
    }

    /** Whether two modes cannot be connected at once. */
    boolean exclude(String one, String other) {
        return !one.equals(other)
                && !Collections.disjoint(claims.getOrDefault(one, Set.of()), claims.getOrDefault(other, Set.of()));
    }

    /** The modes that at least one other excludes. */
    Set<String> modes() {
        return claims.keySet().stream()
                .filter(one -> claims.keySet().stream().anyMatch(other -> exclude(one, other)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
