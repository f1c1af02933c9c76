package io.tare.run;

import io.tare.host.ContainerFile;
import io.tare.host.HostException;
import io.tare.study.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The program of this machine that a workload's client wants in its container. */
final class ClientTool {
    private ClientTool() {}

    /** Read from this machine; empty where the client wants none. */
    static Optional<List<ContainerFile>> of(WorkloadSpec.Client client) {
        String tool = client.tool();
        if (tool == null) {
            return Optional.empty();
        }
        Path path = Path.of(tool);
        try {
            String name = Objects.requireNonNull(path.getFileName(), "a tool has a name")
                    .toString();
            return Optional.of(
                    List.of(ContainerFile.program(WorkloadSpec.Client.TOOLS + "/" + name, Files.readAllBytes(path))));
        } catch (IOException e) {
            throw new HostException(
                    "The client's tool %s cannot be read on this machine (%s). Put it there, or name where it is."
                            .formatted(path.toAbsolutePath(), e),
                    e);
        }
    }
}
