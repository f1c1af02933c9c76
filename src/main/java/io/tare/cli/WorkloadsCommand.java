package io.tare.cli;

import io.tare.study.Parameter;
import io.tare.workload.WorkloadKind;
import io.tare.workload.Workloads;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare workloads}: which there are, with their parameters. */
@Command(
        name = "workloads",
        description =
                "Lists the built-in workloads with their parameters. A study can describe others: docs/workloads.md.",
        mixinStandardHelpOptions = true)
final class WorkloadsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (WorkloadKind kind : Workloads.all()) {
            out.println("%-17s %s".formatted(kind.name(), kind.summary()));
            for (Parameter parameter : kind.parameters()) {
                out.println("                  %-9s %s; preset %s"
                        .formatted(parameter.name(), parameter.meaning(), parameter.preset()));
            }
        }
        out.flush();
    }
}
