package io.tare.study;

import java.util.Locale;

/**
 * When a cell has enough samples: once the 95% interval of its ratio to the baseline reaches no further than so much to either side. A study with such a
 * rule takes {@code atLeast} valid samples of each cell, and its {@code samples} at most.
 *
 * @param until half the interval's width over the ratio, 0.02 for 2%
 * @param atLeast valid samples of a cell before the rule is asked
 */
public record Stopping(double until, int atLeast) {
    /** In words: {@code until ±2%, 10 to 60}. */
    public String words(int atMost) {
        String percent = String.format(Locale.ROOT, "%.3f", 100 * until).replaceFirst("\\.?0+$", "");
        return "until ±%s%%, %d to %d".formatted(percent, atLeast, atMost);
    }
}
