package io.tare.study;

import java.util.List;

/**
 * The cells that a study measures a tuning in, where these are not all.
 *
 * @param modes by the names that the study gives them; empty for all
 * @param workloads by the names that the study gives them; empty for all
 */
public record Only(List<String> modes, List<String> workloads) {
    public Only {
        modes = List.copyOf(modes);
        workloads = List.copyOf(workloads);
    }

    boolean holds(String mode, String workload) {
        return (modes.isEmpty() || modes.contains(mode)) && (workloads.isEmpty() || workloads.contains(workload));
    }

    /** As people read it: {@code overlay, weave with postgresql-300}. */
    public String words() {
        return "%s with %s"
                .formatted(
                        modes.isEmpty() ? "all modes" : String.join(", ", modes),
                        workloads.isEmpty() ? "all workloads" : String.join(", ", workloads));
    }
}
