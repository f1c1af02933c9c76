package io.tare.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tare as a process of its own, as a user starts it: it can be interrupted, killed, and read while it runs. */
final class TareProcess {
    private final Process process;
    private final Path printed;

    private TareProcess(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    static TareProcess start(String... arguments) throws IOException {
        return startBy(List.of(), arguments);
    }

    /** As the command of another one, which ends by executing its own arguments. */
    static TareProcess startBy(List<String> before, String... arguments) throws IOException {
        Path printed = Files.createTempFile(Path.of("target"), "tare-", ".out");
        List<String> command = java(before);
        command.addAll(List.of(arguments));
        return new TareProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .start(),
                printed);
    }

    private static List<String> java(List<String> before) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--illegal-native-access=allow",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tare.Main"));
        return command;
    }

    /** On a terminal of its own, as a user sees it (util-linux' script makes one). */
    static TareProcess startOnTerminal(String... arguments) throws IOException {
        Path printed = Files.createTempFile(Path.of("target"), "tare-", ".out");
        String line = Stream.concat(java(List.of()).stream(), Stream.of(arguments))
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return new TareProcess(
                new ProcessBuilder("script", "--quiet", "--flush", "--return", "--command", "exec " + line, "/dev/null")
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start(),
                printed);
    }

    /** Presses Ctrl-C on its terminal. */
    TareProcess controlC() throws IOException {
        return type("\u0003");
    }

    /** Types this on its terminal. */
    TareProcess type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        return this;
    }

    /** Runs to its end, 300 s at most. */
    static TareProcess run(String... arguments) throws IOException, InterruptedException {
        TareProcess tare = start(arguments);
        tare.exitCode();
        return tare;
    }

    /** Waits until it has printed this, 240 s at most. */
    TareProcess until(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (!printed().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Tare never printed '%s', but:%n%s".formatted(text, printed()));
            }
            Thread.sleep(20);
        }
        return this;
    }

    TareProcess interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        return this;
    }

    /** Ends it as a power cut would. */
    TareProcess kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        return this;
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Tare did not end within 300 s:\n" + printed());
        }
        return process.exitValue();
    }

    String printed() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
