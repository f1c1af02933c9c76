package io.tare.result;

import io.tare.study.Cell;
import java.util.Objects;

/**
 * One line of {@code counters/HOST.jsonl}.
 *
 * @param version of the line's format
 * @param trial the sample's number
 * @param attempt the sample's; of two lines of a trial and host the later counts
 */
public record TrialCounters(int version, int trial, int attempt, Cell cell, HostCounters counters) {
    public static final int VERSION = 1;

    public TrialCounters {
        Objects.requireNonNull(cell, "cell is null");
        Objects.requireNonNull(counters, "counters is null");
    }
}
