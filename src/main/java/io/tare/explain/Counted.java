package io.tare.explain;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.CpuTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a host counted in one trial, or in several added up.
 *
 * @param counters by the CPUs' own numbers
 * @param ranked the CPUs of each trial from the fullest to the idlest, added up by that rank: a full CPU stays to be seen where the scheduler chose
 *     another one in the next trial
 */
record Counted(HostCounters counters, List<CpuTime> ranked) {
    Counted {
        Objects.requireNonNull(counters, "counters is null");
        ranked = List.copyOf(ranked);
    }

    /** Of one trial. */
    static Counted of(HostCounters trial) {
        return new Counted(
                trial,
                trial.cpus().stream()
                        .sorted(Comparator.comparingDouble(CpuTime::busy).reversed())
                        .toList());
    }

    Counted plus(Counted other) {
        return new Counted(Added.up(counters, other.counters), Added.each(ranked, other.ranked, CpuTime::plus));
    }
}
