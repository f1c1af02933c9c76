package io.tare.load;

/**
 * Times at which a thread of the generator should have run and did not, for longer than 1 ms: garbage collection, or the scheduler gave the
 * CPU to others. What was due in them was sent or timed late by as much.
 */
final class Pauses {
    private static final long COUNTED = 1_000_000;

    private long count;
    private long longest;
    private long expected = Long.MAX_VALUE;

    /** The thread runs at {@code now}. It was expected to at the latest when {@link #sleepUntil} said, or else when it last ran. */
    void running(long now) {
        long late = now - expected;
        if (late > COUNTED) {
            count++;
            longest = Math.max(longest, late);
        }
        expected = now;
    }

    /** The thread means to sleep until {@code deadline} or an event. */
    void sleepUntil(long deadline) {
        expected = deadline;
    }

    void clear() {
        count = 0;
        longest = 0;
    }

    void add(Pauses other) {
        count += other.count;
        longest = Math.max(longest, other.longest);
    }

    long count() {
        return count;
    }

    /** In ns; 0 where there was none. */
    long longest() {
        return longest;
    }
}
