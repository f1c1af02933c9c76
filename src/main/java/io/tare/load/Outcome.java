package io.tare.load;

import java.time.Instant;

/**
 * What a load found in its measured window.
 *
 * @param started when the window began
 * @param seconds that it lasted
 * @param offered requests per second that were due; {@link Double#NaN} in a closed loop
 * @param cost of the generator itself, in the window
 */
record Outcome(Instant started, double seconds, double offered, Tally tally, OwnCost cost) {
    /** Right answers per second. */
    double achieved() {
        return tally.answers() / seconds;
    }
}
