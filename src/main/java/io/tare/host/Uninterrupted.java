package io.tare.host;

import java.util.function.Supplier;

/** Undoing must not be cut short: an interrupt that comes meanwhile, or came before, is kept for afterwards. */
public final class Uninterrupted {
    private Uninterrupted() {}

    public static void run(Runnable undoing) {
        call(() -> {
            undoing.run();
            return true;
        });
    }

    public static <T> T call(Supplier<T> undoing) {
        boolean interrupted = Thread.interrupted();
        try {
            return undoing.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
