package io.tare.result;

/**
 * When a percentile may be quoted: where at least {@link #LEAST} operations lie beyond it. Fewer are single events, and no property of the
 * path. One rule for a trial's metrics and for the report's merged histograms.
 */
public final class Tail {
    public static final int LEAST = 10;

    /** Parts of a percent: percentiles have three decimals at most, so that shares are whole numbers and nothing is rounded up. */
    private static final int PARTS = 1000;

    private Tail() {}

    /** How many whole operations of so many lie beyond a percentile of 0 to 100: 10 of 10,000 beyond the 99.9th. */
    public static long beyond(long operations, double percentile) {
        long share = Math.round((100 - percentile) * PARTS);
        return operations * share / (100L * PARTS);
    }

    /** Whether so many operations carry a percentile. */
    public static boolean carries(long operations, double percentile) {
        return beyond(operations, percentile) >= LEAST;
    }
}
