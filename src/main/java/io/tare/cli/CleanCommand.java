package io.tare.cli;

import io.tare.host.Cache;
import io.tare.lab.Lab;
import io.tare.lab.LabException;
import io.tare.lab.LabLock;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare clean}: what a crash or a power cut left. */
@Command(
        name = "clean",
        description = "Removes every lab that no running Tare uses, and whatever a killed Tare left on this machine.",
        mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    @Option(
            names = "--images",
            description = "Also the container images and programs that were made; the next run makes them anew.")
    private boolean images;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Root.require("Cleaning");
        PrintWriter out = spec.commandLine().getOut();
        List<String> known = Lab.known();
        boolean busy = false;
        for (String lab : known) {
            try (LabLock lock = LabLock.take(lab)) {
                Objects.requireNonNull(lock);
                Lab.down(lab);
                out.println("removed lab '%s'".formatted(lab));
            } catch (LabException.Busy inUse) {
                busy = true;
                out.println("left lab '%s' alone: %s".formatted(lab, inUse.getMessage()));
            }
        }
        List<String> leftovers = Cache.discardUnfinished(images);
        leftovers.forEach(path -> out.println("removed " + path));
        if (known.isEmpty() && leftovers.isEmpty()) {
            out.println("Nothing was left.");
        }
        out.flush();
        return busy ? ExitCode.BUSY : ExitCode.DONE;
    }
}
