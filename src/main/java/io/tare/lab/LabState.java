package io.tare.lab;

import io.tare.host.DockerHost;
import io.tare.study.TestbedSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of a lab: {@code lab.json}, written before the first of its hosts is made.
 *
 * @param version of the format
 * @param kept made by {@code tare lab up}, to stay until {@code tare lab down}; else it goes with the run that made it
 * @param accelerator what runs the virtual machines' CPUs, or null where there are none
 * @param hosts by name, in order
 */
record LabState(
        int version,
        String lab,
        TestbedSpec spec,
        boolean kept,
        @Nullable Accelerator accelerator,
        List<LabHost> hosts) {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A host of the lab and its address on the underlay. */
    record LabHost(String name, String address) {}

    /** The lab as it is to be: hosts h1, h2 and so on. */
    static LabState planned(String lab, TestbedSpec spec, boolean kept, @Nullable Accelerator accelerator) {
        List<LabHost> hosts = IntStream.range(0, spec.hosts())
                .mapToObj(i -> new LabHost("h" + (i + 1), Underlay.address(i)))
                .toList();
        return new LabState(VERSION, lab, spec, kept, accelerator, hosts);
    }

    static Optional<LabState> read(LabFolders folders) {
        try {
            return Files.exists(folders.state())
                    ? Optional.of(JSON.readValue(folders.state().toFile(), LabState.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new LabException("%s cannot be read (%s). 'tare clean' removes the lab."
                    .formatted(folders.state(), e.getOriginalMessage()));
        }
    }

    void write(LabFolders folders) {
        try {
            Files.createDirectories(folders.data());
            Files.createDirectories(folders.runtime());
            Files.writeString(folders.state(), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new LabException(
                    "The lab's folder %s cannot be written: %s. A lab needs root and some GiB of free disk."
                            .formatted(folders.data(), e.getMessage()),
                    e);
        }
    }

    List<String> names() {
        return hosts.stream().map(LabHost::name).toList();
    }

    /** {@link LabException} where the lab has no such host. */
    void require(String host) {
        if (!names().contains(host)) {
            throw new LabException("Lab '%s' has no host '%s'; it has %s.".formatted(lab, host, names()));
        }
    }

    /**
     * Connects to the hosts' Engines.
     *
     * @param cgroup of a host, or null where its kernel is its own
     * @param patience how many times longer than a real machine they may take
     */
    List<DockerHost> attach(LabFolders folders, Function<String, @Nullable Path> cgroup, int patience) {
        return hosts.stream()
                .map(h -> DockerHost.at(new DockerHost.Address(
                        lab,
                        h.name(),
                        h.address(),
                        Underlay.DEVICE,
                        "unix://" + folders.socket(h.name()),
                        cgroup.apply(h.name()),
                        folders.journal(h.name()),
                        patience)))
                .toList();
    }
}
