package io.tare.cli;

import io.tare.lab.Lab;
import io.tare.lab.Machine;
import io.tare.lab.Machine.Finding;
import io.tare.lab.VmMachine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare doctor}: what this machine can and cannot do, and what to install. */
@Command(
        name = "doctor",
        description =
                "Looks at this machine: what it can do, what it cannot, and the remedy for each. Changes nothing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>(Machine.look());
        findings.add(VmMachine.look());
        List<String> labs = Lab.known();
        findings.add(new Finding(
                "labs",
                "ok",
                labs.isEmpty() ? "none stands" : String.join(", ", labs),
                labs.isEmpty() ? "" : "'tare lab status' shows them."));
        for (Finding finding : findings) {
            out.println("%s %-11s %s".formatted(sign(finding.state()), finding.subject(), finding.found()));
            if (!finding.remedy().isEmpty()) {
                out.println("              " + finding.remedy());
            }
        }
        boolean lacking = findings.stream().anyMatch(f -> f.state().equals("missing"));
        out.println(
                lacking
                        ? "A lab cannot be raised here until what is missing is there."
                        : "A lab can be raised here: sudo ./tare run studies/quick.yaml");
        out.flush();
        return lacking ? ExitCode.LACKING : ExitCode.DONE;
    }

    private static String sign(String state) {
        return Ansi.AUTO.string(
                switch (state) {
                    case "ok" -> "@|green ok     |@";
                    case "note" -> "@|yellow note   |@";
                    default -> "@|red missing|@";
                });
    }
}
