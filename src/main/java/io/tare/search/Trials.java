package io.tare.search;

import io.tare.result.Sample;
import io.tare.study.Choice;
import java.util.Optional;

/** Where a search's trials come from: a testbed that stands ready. */
interface Trials {
    /** Tries a tuning and takes it back. Answers why the testbed cannot have it; empty where it can. */
    Optional<String> offer(Choice tuning);

    /** Runs a trial under a tuning that was offered, or {@code none}; its sample is on the disk when this returns. */
    Sample trial(int block, String tuning, String workload);

    /** Brings the testbed back to how it was at first, where neither side of a pair can be used: a tuning may spoil what taking it back does not mend. */
    void mend();
}
