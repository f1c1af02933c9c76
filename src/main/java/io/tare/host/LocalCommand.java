package io.tare.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A command on the machine Tare runs on: arguments, never a shell string. */
public final class LocalCommand {
    private LocalCommand() {}

    /** Runs it and waits; {@link HostException} where it cannot be started or does not end in time (it is killed then). */
    public static ExecResult run(Duration within, List<String> command) {
        long begun = System.nanoTime();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new HostException(
                    "'%s' cannot be started on this machine: %s. 'tare doctor' says which package has it."
                            .formatted(command.getFirst(), e.getMessage()),
                    e);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<String> out =
                    CompletableFuture.supplyAsync(() -> text(process.getInputStream()), threads);
            CompletableFuture<String> err =
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), threads);
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
                throw new HostException("'%s' on this machine did not end within %.1f s and was killed."
                        .formatted(CommandLineText.of(command), within.toMillis() / 1e3));
            }
            return new ExecResult(
                    process.exitValue(), out.join(), err.join(), Duration.ofNanos(System.nanoTime() - begun));
        } catch (InterruptedException _) {
            kill(process);
            throw new HostInterrupted("'%s' ran on this machine".formatted(CommandLineText.of(command)));
        }
    }

    /** Runs it with 30 s and answers what it printed; {@link HostException} where its exit code is not 0. */
    public static String run(String... command) {
        List<String> arguments = List.of(command);
        return run(Duration.ofSeconds(30), arguments)
                .require(arguments, "this machine")
                .stdout();
    }

    /** Ends it and what it started, which may hold its output open. */
    private static void kill(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
