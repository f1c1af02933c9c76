package io.tare.cli;

/** Times as people say them. */
final class Durations {
    private Durations() {}

    /** {@code 48 s}, {@code 2 min 5 s}, {@code 1 h 20 min}. */
    static String words(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }
}
