package io.tare.study;

import io.tare.network.Modes;
import io.tare.tuning.Tunings;
import io.tare.workload.Workloads;

/** The vocabulary of all modes and workloads there are, as the commands assemble it. */
final class AllWords {
    static final Vocabulary VOCABULARY =
            new Vocabulary(Modes.words(), Workloads.words(), Tunings.words(), Modes.placements(), Modes.SENSELESS);

    private AllWords() {}
}
