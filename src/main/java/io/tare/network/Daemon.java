package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerState;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.HostInterrupted;
import io.tare.host.Image;
import io.tare.host.Undo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A program that a mode needs to run on a host, in a container of Tare's own there with the host's network.
 *
 * @param program what it is called in errors
 */
record Daemon(Host host, String program, Container container) {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 100;
    private static final int LAST_LINES = 12;

    /** How one is started; {@code as} is the mode's name in the study, {@code devices} of the host's that it opens. */
    record Start(String as, String program, List<String> command, List<ContainerFile> files, List<String> devices) {
        /** With the rights of a hand, so that it can change the host's network. The undoing is put first in {@code made}. */
        Daemon on(Host host, List<AutoCloseable> made) {
            String name = "tare-%s-%s".formatted(as, program);
            made.addFirst(host.journal().before(new Undo.RemoveContainer(name)));
            ContainerSpec spec = ContainerSpec.of(name, new Image().reference(), command)
                    .withFiles(files)
                    .withDevices(devices)
                    .labelled(ContainerSpec.LABEL, as)
                    .asHand();
            return new Daemon(host, program, host.engine().start(spec));
        }
    }

    /** Runs a command in its container. */
    ExecResult run(String... command) {
        return container.exec(List.of(command), WITHIN);
    }

    /**
     * Waits until there is an answer. {@link HostException} with its last words where it ends before, or where the time is over.
     *
     * @param what is waited for: {@code a lease of a subnet}
     * @param wayOut what to do, a sentence
     */
    <T> T await(String what, Duration within, String wayOut, Supplier<Optional<T>> answer) {
        Duration longest = within.multipliedBy(host.patience());
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            requireAlive();
            Optional<T> found = answer.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new HostException("%s on %s did not come to %s within %d s. %s Its last words:%n%s"
                        .formatted(program, host.name(), what, longest.toSeconds(), wayOut, lastWords()));
            }
            pause();
        }
    }

    /** {@link HostException} with its last words where it has ended. */
    void requireAlive() {
        fault().ifPresent(ended -> {
            throw new HostException(ended);
        });
    }

    /** That it has ended, with its last words; empty while it runs. */
    Optional<String> fault() {
        ContainerState state = container.state();
        return state.running()
                ? Optional.empty()
                : Optional.of("%s on %s ended with exit code %d. Its last words:%n%s"
                        .formatted(program, host.name(), state.exitCode(), lastWords()));
    }

    /** The first of them that has ended. */
    static Optional<String> fault(List<Daemon> daemons) {
        return daemons.stream().map(Daemon::fault).flatMap(Optional::stream).findFirst();
    }

    String lastWords() {
        String log = container.logs(LAST_LINES).strip();
        return log.isEmpty() ? "(none)" : log;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            throw new HostInterrupted("%s on %s was waited for".formatted(program, host.name()));
        }
    }
}
