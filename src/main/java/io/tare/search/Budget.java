package io.tare.search;

import io.tare.result.SearchOutcome.Stage;
import java.util.function.DoubleSupplier;

/**
 * The time that a search may take, in s: some is kept for what closes it and for the confirmation.
 *
 * @param elapsed since the search was begun, what it took before it was resumed included
 * @param closing what undoing all takes
 */
record Budget(double whole, double closing, DoubleSupplier elapsed) {
    /** Pairs kept for the confirmation. */
    private static final int CONFIRMING = 12;
    /** The confirmation has a share of the budget at most, where pairs are slow. */
    private static final double SHARE = 0.3;
    /** Of the time before the confirmation, what the knobs may take where more than one of them is kept; the rest is for combining. */
    private static final double EXPLORING = 0.7;

    /** Whether a stage has to end before a pair that takes so long; {@code whole} is what a pair over all workloads takes. */
    boolean ends(Stage stage, int kept, double pair, double wholePair) {
        double end = whole - closing;
        double confirm = end - Math.min(CONFIRMING * wholePair, SHARE * end);
        double limit = switch (stage) {
            case EXPLORING -> kept > 1 ? EXPLORING * confirm : confirm;
            case COMBINING -> confirm;
            case CONFIRMING, ENDED -> end;
        };
        return elapsed.getAsDouble() + pair > limit;
    }
}
