package io.tare.run;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.HostException;
import io.tare.study.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The programs of this machine that workloads' clients want in their containers, which several workloads share. */
final class ClientTool {
    /** By container and name there, the program. */
    private final Map<String, Path> there = new HashMap<>();

    /** Copies the client's program into its container, where it wants one. {@link HostException} where another has taken its name there. */
    void put(WorkloadSpec.Client client, Container container) {
        String tool = client.tool();
        if (tool == null) {
            return;
        }
        Path program = Path.of(tool).toAbsolutePath().normalize();
        String name = client.toolName() != null
                ? client.toolName()
                : Objects.requireNonNull(program.getFileName(), "a tool has a name")
                        .toString();
        Path before = there.putIfAbsent(container.name() + "/" + name, program);
        if (before != null && !before.equals(program)) {
            throw new HostException(
                    "Two workloads bring different programs that would both be %s/%s in the client container: %s and %s. Give one another file name, or measure them in two studies."
                            .formatted(WorkloadSpec.Client.TOOLS, name, before, program));
        }
        try {
            container.put(List.of(
                    ContainerFile.program(WorkloadSpec.Client.TOOLS + "/" + name, Files.readAllBytes(program))));
        } catch (IOException e) {
            throw new HostException(
                    "The client's tool %s cannot be read on this machine (%s). Put it there, or name where it is."
                            .formatted(program, e),
                    e);
        }
    }
}
