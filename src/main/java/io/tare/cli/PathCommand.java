package io.tare.cli;

import io.tare.host.Host;
import io.tare.host.Image;
import io.tare.lab.LabException;
import io.tare.network.Connection;
import io.tare.network.Modes;
import io.tare.network.NetworkMode;
import io.tare.path.Ends;
import io.tare.path.Proof;
import io.tare.path.ProvenPath;
import io.tare.run.LabTestbed;
import io.tare.run.Testbed;
import io.tare.study.Choice;
import io.tare.study.ModeReader;
import io.tare.study.Placement;
import io.tare.study.TestbedReader;
import io.tare.study.TestbedSpec;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tare path}: the real way of a packet over a mode, read off the hosts and proven with marked packets. */
@Command(
        name = "path",
        description =
                "Shows the real path of a packet over a mode, device by device, and proves it with marked packets.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The exit code is 1 where a device of the path did not see every marked packet.",
            "Example:  sudo ./tare path overlay encrypted=true"
        })
final class PathCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MODE", description = "One of those that 'tare modes' lists.")
    private String mode = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "The mode's parameters, as in a study file.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--same-host", description = "Both containers on one host.")
    private boolean sameHost;

    @Mixin
    private final LabOption lab = new LabOption();

    @Option(
            names = "--testbed",
            paramLabel = "KIND",
            defaultValue = "lab",
            description = "What to raise where no lab stands: lab (namespaces; preset) or vm.")
    private Kind testbed = Kind.LAB;

    @Option(names = "--json", description = "Print the path as one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private enum Kind {
        LAB,
        VM
    }

    @Override
    public Integer call() {
        ModeReader reader = new ModeReader(Words.vocabulary());
        Placement placement = sameHost ? Placement.SAME_HOST : reader.placement(mode);
        Choice choice = reader.read(mode, parameters, placement, "the command line");
        Root.require("Reading a path");
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> says = json ? _ -> {} : step -> say(out, step);
        try (Interruption interruption = Interruption.armed()) {
            Objects.requireNonNull(interruption);
            ProvenPath path = proven(choice, placement, says);
            out.print(
                    json
                            ? JsonMapper.shared().writeValueAsString(path) + "\n"
                            : new PathText(path, Terminal.here().colour()).text());
            out.flush();
            return path.proven() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private ProvenPath proven(Choice choice, Placement placement, Consumer<String> says) {
        Image image = new Image();
        image.make(says);
        try (LabTestbed raised = LabTestbed.open(lab.name(), wanted(), false, says)) {
            Testbed ready = raised.ready(image, null, says).placed(placement);
            Host server = ready.server();
            Host client = ready.client();
            NetworkMode network = Modes.named(choice.kind());
            List<String> obstacles =
                    network.obstacles(Stream.of(server, client).distinct().toList(), choice.parameters());
            if (!obstacles.isEmpty()) {
                throw new LabException.Missing("%s: %s".formatted(choice.kind(), String.join("; ", obstacles)));
            }
            try (Connection connection = network.connect(choice.name(), server, client, choice.parameters());
                    Ends ends = Ends.open(
                            ready.name(), server, client, ready.image().reference(), connection)) {
                says.accept("mode %s connected (%s)".formatted(choice.name(), connection.dataPath()));
                return Proof.of(
                        choice.name(),
                        connection.dataPath(),
                        connection.standIn().orElse(""),
                        ends,
                        says);
            }
        } finally {
            Thread.interrupted(); // all is undone
        }
    }

    private TestbedSpec wanted() {
        return testbed == Kind.VM ? TestbedReader.read("the lab", Map.of("lab", TestbedSpec.VM)) : TestbedSpec.PRESET;
    }

    private static void say(PrintWriter out, String step) {
        out.println("  " + step);
        out.flush();
    }
}
