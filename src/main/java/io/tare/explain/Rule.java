package io.tare.explain;

import java.util.Optional;

/** Knows one bottleneck by its counters. Has no state. */
public interface Rule {
    /** In kebab-case, as {@code docs/explain.md} describes it. */
    String name();

    /**
     * What it sees in a cell; empty where it sees nothing.
     *
     * @param baseline the same workload over the mode that others are compared with; empty where that was not measured
     */
    Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline);
}
