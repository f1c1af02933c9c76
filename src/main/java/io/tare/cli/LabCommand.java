package io.tare.cli;

import io.tare.host.DockerHost;
import io.tare.host.EngineFacts;
import io.tare.lab.Lab;
import io.tare.lab.LabException;
import io.tare.lab.LabLock;
import io.tare.study.TestbedSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare lab}: hosts to try things on, each with a Docker Engine of its own. */
@Command(
        name = "lab",
        description = "Makes, shows and removes the hosts that Tare makes itself.",
        mixinStandardHelpOptions = true,
        footer = {"", "A lab that stands is used by 'tare run' as it is, and stays."})
final class LabCommand implements Runnable {
    @Mixin
    private final LabOption which = new LabOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: up, status, down or shell.");
    }

    @Command(
            name = "up",
            description = "Raises a lab that stays until 'tare lab down'.",
            mixinStandardHelpOptions = true)
    int up(@Mixin LabOptions options) {
        TestbedSpec wanted = options.testbed();
        Root.require("A lab");
        PrintWriter out = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.armed();
                LabLock lock = LabLock.take(which.name())) {
            Objects.requireNonNull(interruption);
            Objects.requireNonNull(lock);
            if (Lab.find(which.name()).isPresent()) {
                throw new LabException(
                        "Lab '%s' stands already; 'tare lab status' shows it, 'tare lab down' removes it."
                                .formatted(which.name()));
            }
            try (Lab lab = Lab.up(which.name(), wanted, true, step -> say(out, "  " + step))) {
                show(lab, out);
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "status",
            description = "Shows the labs that stand, and how to reach their Engines.",
            mixinStandardHelpOptions = true)
    int status() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> known = Lab.known();
        if (!known.isEmpty()) {
            Root.require("Asking the Engines of a lab");
        }
        if (known.isEmpty()) {
            say(out, "No lab stands. 'sudo ./tare lab up' raises one.");
        }
        for (String lab : known) {
            Optional<Lab> found = Lab.find(lab);
            if (found.isEmpty()) {
                say(out, "lab '%s': what a crash left; 'tare clean' removes it".formatted(lab));
                continue;
            }
            try (Lab standing = found.get()) {
                show(standing, out);
            }
        }
        return ExitCode.DONE;
    }

    @Command(name = "down", description = "Removes a lab with all that runs on it.", mixinStandardHelpOptions = true)
    int down() {
        PrintWriter out = spec.commandLine().getOut();
        try (LabLock lock = LabLock.take(which.name())) {
            Objects.requireNonNull(lock);
            say(
                    out,
                    Lab.down(which.name())
                            ? "lab '%s' is gone".formatted(which.name())
                            : "there is no lab '%s'".formatted(which.name()));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "shell",
            description = "Opens a shell, or runs a command, on a host of the lab.",
            mixinStandardHelpOptions = true)
    int shell(
            @Parameters(paramLabel = "HOST", description = "Such as h1.") String host,
            @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Preset: a shell.") @Nullable
                    List<String> command)
            throws IOException, InterruptedException {
        Root.require("A shell on a lab host");
        List<String> given = command == null ? List.of() : command;
        List<String> words = given.isEmpty() || !given.getFirst().equals("--") ? given : given.subList(1, given.size());
        List<String> inside = words.isEmpty() ? List.of("bash") : words;
        try (Lab lab = Lab.find(which.name())
                .orElseThrow(() -> new LabException(
                        "Lab '%s' does not stand; 'sudo ./tare lab up' raises it.".formatted(which.name())))) {
            return lab.enter(host, inside).inheritIO().start().waitFor();
        }
    }

    private static void show(Lab lab, PrintWriter out) {
        say(
                out,
                "lab '%s': %s%s"
                        .formatted(lab.name(), lab.spec().words(), lab.kept() ? "" : "; a run's own, goes with it"));
        for (DockerHost host : lab.hosts()) {
            EngineFacts engine = host.engine().facts();
            say(
                    out,
                    "  %-4s %-12s Docker %-9s %d containers   docker -H %s ps"
                            .formatted(
                                    host.name(),
                                    host.address(),
                                    engine.version(),
                                    host.engine()
                                            .containers(io.tare.host.ContainerSpec.LABEL)
                                            .size(),
                                    host.socket()));
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
