package io.tare.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words a study file may use: each mode, workload and tuning that exists, with the parameters it takes.
 * The rooms that implement them hand it in, so that the reader knows them without importing them.
 */
public record Vocabulary(
        Map<String, List<Parameter>> modes,
        Map<String, List<Parameter>> workloads,
        Map<String, List<Parameter>> tunings) {
    public Vocabulary {
        Objects.requireNonNull(modes, "modes is null");
        Objects.requireNonNull(workloads, "workloads is null");
        Objects.requireNonNull(tunings, "tunings is null");
    }
}
