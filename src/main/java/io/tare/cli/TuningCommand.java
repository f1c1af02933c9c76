package io.tare.cli;

import io.tare.host.Host;
import io.tare.host.Image;
import io.tare.lab.Lab;
import io.tare.lab.LabException;
import io.tare.run.LabTestbed;
import io.tare.study.TestbedSpec;
import io.tare.study.TuningFile;
import io.tare.tuning.Artefact;
import io.tare.tuning.Held;
import io.tare.tuning.Standing;
import io.tare.tuning.TuningContradiction;
import io.tare.tuning.TuningUnavailable;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare tuning}: a tuning that is put on hosts to stay, looked at, and taken back. */
@Command(
        name = "tuning",
        description =
                "Applies a tuning to the hosts of a testbed to stay, shows how it stands, takes it back, or exports it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "FILE holds 'tunings:' with entries as in a study file; 'tare tune' writes one. docs/tuning.md tells more.",
            "Example:  sudo ./tare tuning apply steered.yaml"
        })
final class TuningCommand implements Runnable {
    @Mixin
    private final LabOption lab = new LabOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: apply, status, undo or export.");
    }

    @Command(
            name = "apply",
            description = "Sets it on all hosts and leaves it. Applying twice does no harm.",
            mixinStandardHelpOptions = true)
    int apply(
            @Parameters(paramLabel = "FILE", description = "The file of tunings.") Path file,
            @Option(
                            names = "--allow-tuning",
                            description = "Also on hosts that are not of a lab; without it Tare asks.")
                    boolean allowed) {
        return on(file, (tuning, out) -> {
            TuningConsent.here()
                    .lasting(allowed, tuning.hosts())
                    .refusal(tuning.hosts())
                    .ifPresent(why -> {
                        throw new LabException.Missing(why);
                    });
            try {
                tuning.apply().forEach(without -> say(out, "does without " + without));
            } catch (TuningUnavailable | TuningContradiction e) {
                throw new LabException.Missing(
                        "Tuning '%s' was not applied: %s".formatted(tuning.name(), e.getMessage()));
            }
            List<Held> held = tuning.status();
            say(
                    out,
                    "tuning '%s' stands on %d hosts: %d settings set, %d were so already. It stays until 'tare tuning undo %s'."
                            .formatted(
                                    tuning.name(),
                                    tuning.hosts().size(),
                                    count(held, Held.State.HOLDS),
                                    count(held, Held.State.ALREADY),
                                    file));
            return ExitCode.DONE;
        });
    }

    @Command(
            name = "status",
            description =
                    "Shows for each setting whether it holds, was changed by others meanwhile, or is not applied.",
            mixinStandardHelpOptions = true)
    int status(@Parameters(paramLabel = "FILE", description = "The file of tunings.") Path file) {
        return on(file, (tuning, out) -> {
            List<Held> held = tuning.status();
            held.forEach(h -> say(out, h.words()));
            if (held.isEmpty()) {
                say(out, "tuning '%s' has nothing to set on these hosts now".formatted(tuning.name()));
            }
            return !held.isEmpty()
                            && held.stream()
                                    .allMatch(h -> h.state() == Held.State.HOLDS || h.state() == Held.State.ALREADY)
                    ? ExitCode.DONE
                    : ExitCode.DIFFERS;
        });
    }

    @Command(
            name = "undo",
            description =
                    "Gives all its settings their old values back; what others changed meanwhile is told and left.",
            mixinStandardHelpOptions = true)
    int undo(@Parameters(paramLabel = "FILE", description = "The file of tunings.") Path file) {
        return on(file, (tuning, out) -> {
            boolean stood = tuning.undo();
            List<String> left = tuning.hosts().stream()
                    .flatMap(host -> host.remarks().stream())
                    .toList();
            left.forEach(remark -> say(out, remark));
            say(
                    out,
                    stood
                            ? "tuning '%s' is taken back".formatted(tuning.name())
                            : "tuning '%s' does not stand here; nothing to take back".formatted(tuning.name()));
            return left.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
        });
    }

    @Command(
            name = "export",
            description =
                    "Writes what makes it permanent on a host of Debian's kind, with its removal. Changes nothing.",
            mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "FILE", description = "The file of tunings.") Path file,
            @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new or empty folder.")
                    Path to) {
        TuningFile read = TuningFile.read(file, Words.vocabulary());
        Artefact artefact = Artefact.of(read.name(), read.tuning());
        PrintWriter out = spec.commandLine().getOut();
        artefact.without().forEach(why -> say(out, "not exported: " + why));
        if (!artefact.holdsAnything()) {
            throw new LabException.Missing("Nothing of tuning '%s' can be exported.".formatted(read.name()));
        }
        String[] there = to.toFile().list();
        if (Files.exists(to) && (there == null || there.length > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "%s is there and not an empty folder; name another with --to.".formatted(to));
        }
        try {
            artefact.into(to);
        } catch (UncheckedIOException e) {
            throw new LabException("%s cannot be written: %s".formatted(to, e.getMessage()), e);
        }
        SudoUser.owns(to);
        say(out, "exported tuning '%s' to %s; README.md there tells what each line does".formatted(read.name(), to));
        return ExitCode.DONE;
    }

    private static long count(List<Held> held, Held.State state) {
        return held.stream().filter(h -> h.state() == state).count();
    }

    private int on(Path file, ToIntBiFunction<Standing, PrintWriter> what) {
        TuningFile read = TuningFile.read(file, Words.vocabulary());
        String named = lab.or(read.lab());
        Root.require("A tuning");
        PrintWriter out = spec.commandLine().getOut();
        requireUp(named);
        try (Interruption interruption = Interruption.armed()) {
            Objects.requireNonNull(interruption);
            Image image = new Image();
            image.make(_ -> {});
            try (LabTestbed testbed = LabTestbed.open(named, TestbedSpec.PRESET, false, _ -> {})) {
                List<? extends Host> hosts = testbed.hosts(image, step -> say(out, step));
                return what.applyAsInt(new Standing(read.name(), read.tuning(), List.copyOf(hosts)), out);
            }
        } finally {
            Thread.interrupted(); // all is undone that was not to stay
        }
    }

    private static void requireUp(String lab) {
        try (Lab found = Lab.find(lab).filter(Lab::kept).orElse(null)) {
            if (found == null) {
                throw new LabException.Missing(
                        "Lab '%s' does not stand, and a tuning stays only on hosts that do; 'sudo ./tare lab up --lab %s' raises it."
                                .formatted(lab, lab));
            }
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
