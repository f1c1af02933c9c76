package io.tare.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words a study file may use: each mode, workload and tuning that exists, with the parameters it takes.
 * The rooms that implement them hand it in, so that the reader knows them without importing them.
 *
 * @param placements in which a mode works, by mode; one that is not named works in all
 * @param senseless words that Docker has for a mode and that cannot be measured, each with the reason
 */
public record Vocabulary(
        Map<String, List<Parameter>> modes,
        Map<String, List<Parameter>> workloads,
        Map<String, List<Parameter>> tunings,
        Map<String, Set<Placement>> placements,
        Map<String, String> senseless) {
    public Vocabulary {
        Objects.requireNonNull(modes, "modes is null");
        Objects.requireNonNull(workloads, "workloads is null");
        Objects.requireNonNull(tunings, "tunings is null");
        Objects.requireNonNull(placements, "placements is null");
        Objects.requireNonNull(senseless, "senseless is null");
    }

    /** The mode words that a study of this placement may not use, each with the reason and the way out. */
    Map<String, String> refused(Placement placement) {
        Map<String, String> refused = new LinkedHashMap<>(senseless);
        String others = modes.keySet().stream()
                .filter(mode -> possible(mode, placement))
                .collect(Collectors.joining(", "));
        for (String mode : modes.keySet()) {
            if (!possible(mode, placement)) {
                refused.put(
                        mode,
                        switch (placement) {
                            case TWO_HOSTS ->
                                "it connects containers of one host; write 'placement: same-host', or take one of "
                                        + others;
                            case SAME_HOST ->
                                "it connects containers of two hosts; leave out 'placement: same-host', or take one of "
                                        + others;
                        });
            }
        }
        return refused;
    }

    private boolean possible(String mode, Placement placement) {
        return placements.getOrDefault(mode, Set.of(Placement.values())).contains(placement);
    }
}
