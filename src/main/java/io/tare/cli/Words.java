package io.tare.cli;

import io.tare.network.Modes;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import io.tare.workload.Workloads;

/** The words a study may use, gathered from the rooms that have them. */
final class Words {
    private Words() {}

    static Vocabulary vocabulary() {
        return new Vocabulary(Modes.words(), Workloads.words(), Tunings.words(), Modes.placements(), Modes.SENSELESS);
    }
}
