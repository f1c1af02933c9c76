package io.tare.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
 * @param parts the tunings that this is a combination of; else empty
 * @param only the cells that a tuning is measured in; null for all
 */
public record Choice(
        String name,
        String kind,
        Map<String, String> parameters,
        @Nullable WorkloadSpec described,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> parts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Only only) {
    /** The kind of a combination of tunings. */
    public static final String ALL_OF = "all-of";

    public Choice {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kind, "kind is null");
        parameters = Kept.copy(parameters);
        parts = parts == null ? List.of() : List.copyOf(parts); // runs of an older Tare have none
    }

    /** One that is no combination. */
    public Choice(String name, String kind, Map<String, String> parameters, @Nullable WorkloadSpec described) {
        this(name, kind, parameters, described, List.of(), null);
    }

    /** Several tunings together, under a name of their own. */
    public static Choice allOf(String name, List<Choice> parts) {
        return new Choice(name, ALL_OF, Map.of(), null, parts, null);
    }

    /** A mode, workload or tuning by its own name, without parameters. */
    public static Choice of(String kind) {
        return new Choice(kind, kind, Map.of(), null);
    }

    /** The same tuning for some cells alone. */
    Choice in(@Nullable Only cells) {
        return new Choice(name, kind, parameters, described, parts, cells);
    }

    /** Whether a tuning is measured with this mode under this workload. */
    boolean measures(String mode, String workload) {
        return only == null || only.holds(mode, workload);
    }
}
