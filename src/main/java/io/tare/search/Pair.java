package io.tare.search;

import java.util.Objects;
import java.util.Optional;

/**
 * What a pair of trials gave.
 *
 * @param base empty where it cannot be used
 * @param tried empty where it cannot be used
 * @param trouble why it cannot be used; empty where it can
 */
record Pair(Ask ask, Optional<Figures> base, Optional<Figures> tried, String trouble) {
    Pair {
        Objects.requireNonNull(ask, "ask is null");
        Objects.requireNonNull(base, "base is null");
        Objects.requireNonNull(tried, "tried is null");
        Objects.requireNonNull(trouble, "trouble is null");
    }
}
