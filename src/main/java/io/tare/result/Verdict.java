package io.tare.result;

import java.util.Objects;

/**
 * A named check of one sample.
 *
 * @param name what was checked, in kebab-case: {@code loss}, {@code client-saturated}
 * @param finding one sentence with the figure it rests on
 */
public record Verdict(String name, Level level, String finding) {
    public Verdict {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(level, "level is null");
        Objects.requireNonNull(finding, "finding is null");
    }

    /** How much a finding weighs. */
    public enum Level {
        OK,
        /** Worth knowing; the sample counts. */
        NOTE,
        /** The sample does not measure what it says: kept, shown apart, not averaged in. */
        INVALID
    }

    public static Verdict ok(String name, String finding) {
        return new Verdict(name, Level.OK, finding);
    }

    public static Verdict note(String name, String finding) {
        return new Verdict(name, Level.NOTE, finding);
    }

    public static Verdict invalid(String name, String finding) {
        return new Verdict(name, Level.INVALID, finding);
    }
}
