package io.tare.run;

import io.tare.study.Study;
import io.tare.study.WorkloadSpec;

/** How long a client runs, in whole s: {@code omit} before the measured ones, then {@code seconds}. */
record Timing(int seconds, int omit) {
    /** As the study says; a client that needs longer to warm up gets it. */
    static Timing of(Study study, WorkloadSpec.Client client) {
        return new Timing(study.seconds(), Math.max(study.omit(), client.omit()));
    }
}
