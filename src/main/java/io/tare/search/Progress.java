package io.tare.search;

import io.tare.result.SearchOutcome;
import io.tare.result.SearchOutcome.Tried;

/** What happens in a search, in the order it happens. Handed to a listener on the search's own thread. */
public sealed interface Progress {
    /** A knob or combination that the testbed cannot have. */
    record Skipped(String tuning, String reason) implements Progress {}

    /** A pair of trials begins; {@code secondsLeft} are of the budget. */
    record PairBegun(SearchOutcome known, int pair, String base, String tried, double secondsLeft)
            implements Progress {}

    /** A pair has ended; {@code trouble} is empty where it counts. */
    record PairEnded(SearchOutcome known, Tried now, int pair, String trouble, double secondsLeft)
            implements Progress {}

    /** Neither side of a pair could be used, so the mode is connected anew. */
    record Mending(String base, String tried) implements Progress {}

    /** A recorded search is told again; so many pairs of it count. */
    record Replayed(int pairs) implements Progress {}
}
