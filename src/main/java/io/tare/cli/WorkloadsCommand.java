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
        int width = Workloads.all().stream()
                .mapToInt(kind -> kind.name().length())
                .max()
                .orElse(0);
        for (WorkloadKind kind : Workloads.all()) {
            out.println("%s %s".formatted(padded(kind.name(), width), kind.summary()));
            int names = kind.parameters().stream()
                    .mapToInt(parameter -> parameter.name().length())
                    .max()
                    .orElse(0);
            for (Parameter parameter : kind.parameters()) {
                out.println("%s %s %s; preset %s"
                        .formatted(
                                " ".repeat(width),
                                padded(parameter.name(), names),
                                parameter.meaning(),
                                parameter.preset().isEmpty() ? "none" : parameter.preset()));
            }
        }
        out.flush();
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }
}
