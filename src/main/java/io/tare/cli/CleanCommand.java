package io.tare.cli;

import io.tare.host.Cache;
import io.tare.lab.Lab;
import io.tare.lab.LabException;
import io.tare.lab.LabLock;
import io.tare.run.LabTestbed;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare clean}: what a crash or a power cut left, and, after a yes, labs that were raised to stay. */
@Command(
        name = "clean",
        description =
                "Removes what a killed Tare left on this machine. A lab that 'tare lab up' raised goes only after a yes.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            converter = LabName.class,
            description = "Only what is there of the lab of that name.")
    private @Nullable String name;

    @Option(
            names = "--images",
            description = "Also the container images and programs that were made; the next run makes them anew.")
    private boolean images;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** A lab that no other Tare uses; {@code stays} where it was raised to. */
    private record Found(String name, LabLock lock, boolean stays) {}

    @Override
    public Integer call() {
        if (name != null && images) {
            throw new ParameterException(
                    spec.commandLine(), "Images belong to no lab: name a lab, or give --images, not both.");
        }
        Root.require("Cleaning");
        PrintWriter out = spec.commandLine().getOut();
        List<String> known = Lab.known().stream()
                .filter(lab -> name == null || lab.equals(name))
                .toList();
        List<Found> found = new ArrayList<>();
        try {
            boolean busy = known.stream().filter(lab -> !taken(lab, found, out)).count() > 0;
            boolean left = removed(found, out);
            List<String> leftovers = name == null ? Cache.discardUnfinished(images) : List.of();
            leftovers.forEach(path -> out.println("removed " + path));
            if (known.isEmpty() && leftovers.isEmpty()) {
                out.println(name == null ? "Nothing was left." : "There is nothing of a lab '%s'.".formatted(name));
            }
            return busy ? ExitCode.BUSY : left && name != null ? ExitCode.DIFFERS : ExitCode.DONE;
        } finally {
            found.forEach(lab -> lab.lock().close());
            out.flush();
        }
    }

    private static boolean taken(String lab, List<Found> found, PrintWriter out) {
        try {
            found.add(new Found(lab, LabLock.take(lab), stays(lab)));
            return true;
        } catch (LabException.Busy inUse) {
            out.println("left lab '%s' alone: %s".formatted(lab, inUse.getMessage()));
            return false;
        }
    }

    private static boolean stays(String lab) {
        Optional<Lab> standing = Lab.find(lab);
        try {
            return standing.filter(Lab::kept).isPresent();
        } finally {
            standing.ifPresent(Lab::close);
        }
    }

    /** Answers whether one was left, since it is to stay. */
    private boolean removed(List<Found> found, PrintWriter out) {
        boolean anyStays = found.stream().anyMatch(Found::stays);
        boolean yes = TareCommand.yes(spec.commandLine());
        if (anyStays && !yes) {
            found.forEach(lab -> out.println("would remove lab '%s', %s"
                    .formatted(lab.name(), lab.stays() ? "which stands" : "what a crash left")));
            out.flush();
            yes = Question.here().yes("Labs that stand, with all that runs on them, go too.");
        }
        for (Found lab : found) {
            if (lab.stays() && !yes) {
                undo(lab.name(), out);
                out.println("left lab '%s', which stands: 'tare lab down --lab %s' removes it, or 'tare clean --yes'"
                        .formatted(lab.name(), lab.name()));
            } else {
                Lab.down(lab.name());
                out.println("removed lab '%s'".formatted(lab.name()));
            }
        }
        return anyStays && !yes;
    }

    /** What a killed Tare had changed on the hosts of a lab that stays. */
    private static void undo(String lab, PrintWriter out) {
        try (Lab standing = Lab.find(lab).orElse(null)) {
            int undone = standing == null ? 0 : LabTestbed.undo(standing, out::println);
            if (undone > 0) {
                out.println("undid on lab '%s' what a killed Tare had changed: %d changes".formatted(lab, undone));
            }
        }
    }
}
