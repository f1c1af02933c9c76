package io.tare.search;

import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A pair of trials to be run: the same thing under two tunings.
 *
 * @param block the pair's number, from 1
 * @param base the tuning to compare with; {@code none} is the untouched state
 * @param whole whether all workloads are run, and not the one that decides alone
 */
record Ask(int block, String base, String tried, boolean whole) {
    Ask {
        Objects.requireNonNull(base, "base is null");
        Objects.requireNonNull(tried, "tried is null");
    }

    /** Which of the two comes first: a fair coin, drawn from the seed and the pair's number alone. */
    boolean triedFirst(long seed) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + 0xD1342543DE82EF95L * block).nextBoolean();
    }
}
