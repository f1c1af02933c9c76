package io.tare.cli;

import io.tare.host.LocalHand;
import io.tare.lab.Machine;
import io.tare.network.Modes;
import io.tare.network.NetworkMode;
import io.tare.study.Parameter;
import io.tare.study.Placement;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare modes}: which there are, what they need, and whether this machine has it. */
@Command(
        name = "modes",
        description = "Lists the network modes, what each needs, and whether a lab on this machine can have it.",
        mixinStandardHelpOptions = true)
final class ModesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        boolean root = Machine.isRoot();
        for (NetworkMode mode : Modes.all()) {
            out.println("%-9s %s".formatted(mode.name(), mode.summary()));
            out.println("          placement "
                    + mode.placements().stream().sorted().map(Placement::word).collect(Collectors.joining(" or ")));
            mode.needs().forEach(need -> out.println("          needs " + need));
            out.println("          here: " + (root ? here(mode, Map.of()) : "not tried, which needs root"));
            for (Parameter parameter : mode.parameters()) {
                out.println("          %s: %s (%s; preset %s)%s"
                        .formatted(
                                parameter.name(),
                                parameter.meaning(),
                                parameter.type().name().toLowerCase(java.util.Locale.ROOT),
                                parameter.preset(),
                                root && parameter.type() == Parameter.Type.BOOLEAN
                                        ? " - here: " + here(mode, Map.of(parameter.name(), "true"))
                                        : ""));
            }
        }
        out.flush();
    }

    /** The hosts of a namespace lab share this machine's kernel, so it can be tried without one. */
    private static String here(NetworkMode mode, Map<String, String> parameters) {
        List<String> lacking = mode.lacks("this machine", new LocalHand(), parameters);
        return lacking.isEmpty() ? "yes" : "no: " + String.join("; ", lacking);
    }
}
