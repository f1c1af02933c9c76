package io.tare.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectExecResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** One execution of a command in a running container. The Engine cannot end one, so its process is killed by its id on the host. */
record ExecSession(DockerClient docker, String host, int patience, LongConsumer killer) {
    /** {@code within} is for a real machine. */
    ExecResult run(String container, List<String> command, Duration within) {
        long limit = within.toMillis() * patience;
        String id = docker.execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        long begun = System.nanoTime();
        try (Frames frames = docker.execStartCmd(id).exec(new Frames())) {
            boolean ended = frames.awaitCompletion(limit, TimeUnit.MILLISECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (!ended) {
                kill(id);
                throw new ExecTimeout(
                        "'%s' on %s did not end within %.1f s and was killed. %s"
                                .formatted(CommandLineText.of(command), host, limit / 1e3, frames.stderr()),
                        frames.stdout());
            }
            return new ExecResult(exitCode(id), frames.stdout(), frames.stderr(), took);
        } catch (InterruptedException _) {
            kill(id);
            throw new HostInterrupted("'%s' ran on %s".formatted(CommandLineText.of(command), host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code; the Engine may show the process as running for a moment after its streams have ended. */
    private int exitCode(String id) throws InterruptedException {
        for (int tries = 0; tries < 100 * patience; tries++) {
            Long code = docker.inspectExecCmd(id).exec().getExitCodeLong();
            if (code != null) {
                return code.intValue();
            }
            Thread.sleep(20);
        }
        throw new HostException(
                "The Engine of %s does not tell the exit code of a command that has ended.".formatted(host));
    }

    private void kill(String id) {
        boolean interrupted = Thread.interrupted();
        try {
            InspectExecResponse exec = docker.inspectExecCmd(id).exec();
            Long pid = exec.getPidLong();
            if (Boolean.TRUE.equals(exec.isRunning()) && pid != null && pid > 1) {
                killer.accept(pid);
            }
        } catch (RuntimeException _) {
            // the container goes at the end of the run, and its processes with it
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
