package io.tare.cli;

import io.tare.lab.Machine;
import io.tare.study.Parameter;
import io.tare.tuning.About;
import io.tare.tuning.Scratch;
import io.tare.tuning.Tuning;
import io.tare.tuning.Tunings;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare tunings}: which there are, what they change, and whether a host of a lab on this machine can have them. */
@Command(
        name = "tunings",
        description =
                "Lists the tunings: what each changes, where, what it needs and risks, and whether a namespace lab on this machine can have it.",
        mixinStandardHelpOptions = true)
final class TuningsCommand implements Runnable {
    private static final String INDENT = " ".repeat(20);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        boolean root = Machine.isRoot();
        for (Tuning tuning : Tunings.all()) {
            About about = tuning.about();
            out.println("%-19s %s".formatted(about.name(), about.summary()));
            if (about.name().equals("none")) {
                continue;
            }
            out.println(INDENT + "layer: " + about.layer());
            out.println(INDENT + "needs: " + about.needs());
            out.println(INDENT + "risk: " + about.risk());
            out.println(INDENT + "here: " + (root ? here(tuning) : "not tried, which needs root"));
            for (Parameter parameter : about.parameters()) {
                out.println(INDENT
                        + "%s: %s (preset %s)".formatted(parameter.name(), parameter.meaning(), parameter.preset()));
            }
            out.flush();
        }
    }

    private static String here(Tuning tuning) {
        return new Scratch()
                .lacks(tuning)
                .map(why -> "no: " + why.replaceFirst("^\\S+ on this machine: ", ""))
                .orElse("yes");
    }
}
