package io.tare.host;

import java.util.Objects;

/**
 * What came of reading or changing a setting.
 *
 * @param before the value found; empty where there was none
 * @param after the value read back after a change, or why the kernel refused it; else empty
 */
public record SettingFound(Outcome outcome, String before, String after) {
    public SettingFound {
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(before, "before is null");
        Objects.requireNonNull(after, "after is null");
    }

    /** As the script prints it, in small letters. */
    public enum Outcome {
        /** Read; or it was as wanted already. */
        IS,
        /** Written; {@link #after} is what the kernel made of it. */
        SET,
        /** Neither as it was found before nor as wanted: left alone. */
        OTHER,
        /** The host has no such setting. */
        ABSENT,
        /** Its network namespace has ended. */
        GONE,
        /** The kernel did not take the value. */
        REFUSED
    }
}
