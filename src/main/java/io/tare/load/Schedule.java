package io.tare.load;

/**
 * When the requests of one connection are due. In an open loop every connection has its own, at the same interval, and they are staggered, so that
 * over all connections the requests are evenly spaced. Times in ns of {@link System#nanoTime()}.
 */
final class Schedule {
    /** No time of its own: due as soon as there is room. */
    static final long NONE = Long.MIN_VALUE;

    /** Between two requests of the connection, in ns; 0 in a closed loop. */
    private final double interval;

    private final double phase;
    private long start;
    private long given;
    private long due = NONE;

    private Schedule(double interval, double phase) {
        this.interval = interval;
        this.phase = phase;
    }

    /** Of the connection with this number, in 0..{@code plan.connections()} - 1. */
    static Schedule of(Plan plan, int number) {
        return switch (plan.pace()) {
            case Pace.Max() -> new Schedule(0, 0);
            case Pace.Constant(double perSecond) -> {
                double interval = 1e9 * plan.connections() / perSecond;
                yield new Schedule(interval, interval * number / plan.connections());
            }
        };
    }

    void begin(long now) {
        start = now;
        given = 0;
        due = at(0);
    }

    /** When the next request is due; {@link #NONE} in a closed loop. */
    long due() {
        return due;
    }

    /** Takes the next request: gives when it is due, and goes on to the one after. */
    long next() {
        long now = due;
        due = at(++given);
        return now;
    }

    /** How many are due at {@code now} and were not taken; 0 in a closed loop. */
    long overdue(long now) {
        return interval == 0 || now < due ? 0 : 1 + (long) ((now - due) / interval);
    }

    /** When the request of that number, from 0, is due. */
    long at(long number) {
        return interval == 0 ? NONE : start + (long) (phase + number * interval);
    }
}
