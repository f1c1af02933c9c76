package io.tare.cli;

import io.tare.lab.Machine;
import io.tare.serve.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare serve}: the live page. */
@Command(
        name = "serve",
        description =
                "A page on this machine alone: runs and their reports, a running study as it goes on, and the studies to start.",
        mixinStandardHelpOptions = true,
        footer = {"", "Starting a study needs root, as 'tare run' does:  sudo ./tare serve"})
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7310",
            description = "On 127.0.0.1; 0 for any that is free; preset: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The folder of the runs; preset: ${DEFAULT-VALUE}.")
    private Path runs = Path.of("runs");

    @Option(
            names = "--studies",
            paramLabel = "DIR",
            defaultValue = "studies",
            description = "The folder of the studies; preset: ${DEFAULT-VALUE}.")
    private Path studies = Path.of("studies");

    @Mixin
    private final LabOption lab = new LabOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Server server;
        try {
            server = Server.open(new Server.Shown(
                    port, runs, studies, tare(), lab.name(), Words.vocabulary(), study -> new Plan(study).pairs()));
        } catch (IOException | IllegalArgumentException e) {
            spec.commandLine()
                    .getErr()
                    .println("Port %d of 127.0.0.1 cannot be had: %s. Name another with --port; 0 takes any."
                            .formatted(port, e.getMessage()));
            return ExitCode.FAILED;
        }
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end of the page").unstarted(server::close));
        out.println("Open " + server.address());
        if (!Machine.isRoot()) {
            out.println("Runs can be looked at. To start one as well, it needs root: sudo ./tare serve");
        }
        out.println("Ctrl-C ends the page, and in order the run that was started from it.");
        out.flush();
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    /** How this very Tare was started, without its arguments. */
    private static List<String> tare() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "io.tare.Main"));
        return command;
    }
}
