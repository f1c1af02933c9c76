package io.tare.run;

import io.tare.result.Manifest;
import io.tare.result.Sample;
import io.tare.study.Cell;
import java.util.List;

/** What happens in a run, in the order it happens. Handed to a listener on the run's own thread. */
public sealed interface Event {
    /** A step of the setting up or taking down. */
    record Step(String what) implements Event {}

    /** Cells that this testbed cannot measure. */
    record Unavailable(List<Cell> cells, String reason) implements Event {}

    /** Everything is connected; so many trials follow, warm-ups included, expected to take so many s. */
    record Begun(int trials, double expectedSeconds) implements Event {}

    /** A trial starts; {@code number} of {@code of} counts warm-ups too. */
    record TrialBegun(Cell cell, boolean warmup, int number, int of) implements Event {}

    /** A trial has ended; {@code secondsLeft} is expected from what trials took so far. */
    record TrialEnded(Sample sample, boolean warmup, int number, int of, double secondsLeft) implements Event {}

    /** A cell failed so often in a row that it is not tried any more. */
    record GivenUp(Cell cell, String reason) implements Event {}

    /** The last trial is over, or the run was asked to end. */
    record Ended(Manifest manifest) implements Event {}
}
