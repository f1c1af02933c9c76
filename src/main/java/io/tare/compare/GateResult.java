package io.tare.compare;

import io.tare.study.Cell;
import java.util.Objects;

/**
 * What came of a gate for one cell.
 *
 * @param says one sentence with the figures it rests on
 */
public record GateResult(Gate gate, Cell cell, State state, String says) {
    public GateResult {
        Objects.requireNonNull(gate, "gate is null");
        Objects.requireNonNull(cell, "cell is null");
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(says, "says is null");
    }

    /** Whether the condition holds. */
    public enum State {
        PASSED,
        /** Significantly worse, and by more than the gate allows. */
        FAILED,
        /** Not to be told from these samples, however it turned out. */
        UNDECIDED
    }
}
