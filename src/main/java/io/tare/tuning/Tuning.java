package io.tare.tuning;

import java.util.Map;

/**
 * A knob of a host's network: a set of kernel settings that is put on for a cell's trials and taken back after them. Has no state: it says what it
 * wants, and {@link Prepared} does it.
 */
public interface Tuning {
    About about();

    /** What it wants of one host of a cell. Asks nobody and changes nothing. */
    Wish on(Ground ground, Given given);

    /** What makes it permanent on a host that Tare does not run on, or why nothing does. Asks nobody. */
    Export export(Given given);

    /** Parameters to try it with where no study gives any: those without which it would do nothing. */
    default Map<String, String> example() {
        return Map.of();
    }

    default String name() {
        return about().name();
    }
}
