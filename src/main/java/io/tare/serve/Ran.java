package io.tare.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Tare that this server started, as a process of its own: what the page does cannot end a run but by asking its process to. Safe for use by several
 * threads.
 */
final class Ran {
    /** Of what it prints, in characters; the last of it says why it ended. */
    private static final int KEPT = 8_000;

    private final String run;
    private final String study;
    private final Process process;
    private final StringBuilder said = new StringBuilder();
    private boolean stopping;

    private Ran(String run, String study, Process process) {
        this.run = run;
        this.study = study;
        this.process = process;
    }

    /**
     * Starts it; an {@link IOException} says that the machine cannot.
     *
     * @param run the name of its folder
     * @param study as the user knows it
     */
    static Ran start(List<String> command, String run, String study) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        Ran ran = new Ran(run, study, process);
        Thread.ofVirtual().name("output of " + run).start(ran::listen);
        return ran;
    }

    String run() {
        return run;
    }

    String study() {
        return study;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** It ended by itself, and not as it should. */
    boolean failed() {
        return !alive() && process.exitValue() != 0 && !stopping();
    }

    /** It was asked to stop. */
    synchronized boolean stopping() {
        return stopping;
    }

    /**
     * Asks it to end in order, as Ctrl-C does: the trial in flight is lost, everything is undone. The signal is SIGTERM, which Tare takes in the same way; SIGINT
     * does nothing where this server was started in the background of a script.
     */
    synchronized void stop() {
        stopping = true;
        process.destroy();
    }

    /** Waits for its end; answers whether it came in time. */
    boolean awaitEnd(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last that it printed. */
    synchronized String said() {
        return said.toString();
    }

    private void listen() {
        try (InputStream out = process.getInputStream()) {
            byte[] some = new byte[4096];
            for (int read = out.read(some); read >= 0; read = out.read(some)) {
                add(new String(some, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // it ended
        }
    }

    private synchronized void add(String more) {
        said.append(more);
        if (said.length() > 2 * KEPT) {
            said.delete(0, said.length() - KEPT);
        }
    }
}
