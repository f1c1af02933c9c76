package io.tare.study;

import io.tare.network.Modes;
import io.tare.workload.Workloads;
import java.util.List;
import java.util.Map;

/** The vocabulary of all modes and workloads there are, as the commands assemble it. */
final class AllWords {
    static final Vocabulary VOCABULARY = new Vocabulary(Modes.words(), Workloads.words(), Map.of("none", List.of()));

    private AllWords() {}
}
