package io.tare.load;

/**
 * When the load begins, when it begins to be measured and when it ends, in ns of {@link System#nanoTime()}; the same for all threads.
 */
record Window(long start, long from, long until) {
    static Window beginningAt(long now, Plan plan) {
        long from = now + plan.warmUp().toNanos();
        return new Window(now, from, from + plan.duration().toNanos());
    }
}
