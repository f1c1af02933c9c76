package io.tare.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as an interrupt of the thread that armed this, so that it undoes what it did; the machine waits for {@link #close},
 * then ends with the signal's own exit code.
 */
final class Interruption implements AutoCloseable {
    /** Fourteen modes on two emulated machines of two CPUs take some minutes. */
    private static final int LONGEST_SECONDS = 300;

    private static final int TELL_SECONDS = 30;

    private final CountDownLatch undone = new CountDownLatch(1);

    private Interruption() {}

    static Interruption armed() {
        Interruption interruption = new Interruption();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(() -> interruption.end(worker)));
        return interruption;
    }

    /** All is undone; the process may end. */
    @Override
    public void close() {
        undone.countDown();
    }

    private void end(Thread worker) {
        if (undone.getCount() == 0) {
            return;
        }
        System.err.println("\nInterrupted: ending the trial, undoing what was changed ...");
        worker.interrupt();
        try {
            for (int waited = 0; waited < LONGEST_SECONDS; waited += TELL_SECONDS) {
                if (undone.await(TELL_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
                System.err.println("still undoing; if this is killed, 'tare clean' does what is left");
            }
            System.err.println("Undoing takes too long; 'tare clean' does what is left.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
