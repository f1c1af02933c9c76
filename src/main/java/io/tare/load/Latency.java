package io.tare.load;

import org.HdrHistogram.Histogram;

/**
 * The latencies of one operation, in ns, to three digits; longer ones than an hour count as an hour. Written by one thread.
 */
final class Latency {
    private static final long LONGEST = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram corrected = new Histogram(LONGEST, DIGITS);
    private final Histogram raw = new Histogram(LONGEST, DIGITS);

    /** Of a request that was due at {@code intended}, went out at {@code sent} and was answered at {@code received}. */
    void record(long intended, long sent, long received) {
        corrected.recordValue(Math.min(received - intended, LONGEST));
        raw.recordValue(Math.min(received - sent, LONGEST));
    }

    void add(Latency other) {
        corrected.add(other.corrected);
        raw.add(other.raw);
    }

    void clear() {
        corrected.reset();
        raw.reset();
    }

    /** From the intended time of sending to the whole answer; in a closed loop the same as {@link #raw()}. */
    Histogram corrected() {
        return corrected;
    }

    /** From the sending to the whole answer. */
    Histogram raw() {
        return raw;
    }
}
