package io.tare.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The time by which Linux may let a thread's timers be late so that they fire together; 50 us is the preset. A thread may set its own
 * through {@code /proc/TID/timerslack_ns} (Linux 4.6 and later).
 */
final class TimerSlack {
    private TimerSlack() {}

    /** Sets it to 1 ns for the calling thread. Where that is not allowed, timers stay some 50 us less precise, and nothing else changes. */
    static void least() {
        try {
            Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
            Files.writeString(Path.of("/proc").resolve(thread).resolve("timerslack_ns"), "1");
        } catch (IOException | SecurityException _) {
            return;
        }
    }
}
