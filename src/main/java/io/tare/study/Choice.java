package io.tare.study;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One mode, workload or tuning that a study names, with the parameters the study gives it.
 *
 * @param name what tables and samples call it; the kind's own name unless the study says {@code as:}
 * @param kind the mode, workload or tuning it is, a word of the {@link Vocabulary}, or the name of a workload the study describes
 * @param parameters what the study gives, by name; values not given are the parameter's presets
 * @param described the whole workload where the study describes one itself, else null
 */
public record Choice(
        String name,
        String kind,
        Map<String, String> parameters,
        @Nullable WorkloadSpec described) {
    public Choice {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kind, "kind is null");
        parameters = Kept.copy(parameters);
    }

    public static Choice of(String kind) {
        return new Choice(kind, kind, Map.of(), null);
    }
}
