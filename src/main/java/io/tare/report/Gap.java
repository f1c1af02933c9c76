package io.tare.report;

import io.tare.study.Cell;

/**
 * A cell of the study that was not measured, or not to its end.
 *
 * @param outcome {@code unavailable} or {@code given-up}
 * @param reason in one sentence
 */
public record Gap(Cell cell, String outcome, String reason) {
    /** As people read it. */
    String outcomeText() {
        return outcome.equals("given-up") ? "given up" : outcome;
    }
}
