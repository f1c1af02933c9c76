package io.tare.lab;

import io.tare.host.HostInterrupted;
import java.util.function.BooleanSupplier;

/** Waits for something on this machine that takes milliseconds. */
final class Waiting {
    private Waiting() {}

    /** Looks every 10 ms; {@link LabException} after {@code seconds}. */
    static void until(String what, double seconds, BooleanSupplier done) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new LabException("Waited %.0f s for %s in vain.".formatted(seconds, what));
            }
            pause(10, "waiting for " + what);
        }
    }

    /** Sleeps; {@link HostInterrupted} where this thread is interrupted, with what it did. */
    static void pause(int milliseconds, String doing) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException _) {
            throw new HostInterrupted(doing);
        }
    }
}
