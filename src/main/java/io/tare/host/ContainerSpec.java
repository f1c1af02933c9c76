package io.tare.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A container to be made.
 *
 * @param network {@code host}, {@code none}, {@code bridge}, {@code container:ID} or a network's name
 * @param publish ports published on the host under the same number
 * @param files put in place before it starts
 * @param binds {@code /on/the/host:/in/the/container[:ro]}
 * @param pidHost whether it sees the host's processes
 * @param devices of the host that it may open: {@code /dev/net/tun}
 * @param labels beside {@link #LABEL}, which every container of Tare's carries
 */
public record ContainerSpec(
        String name,
        String image,
        List<String> command,
        String network,
        List<Publish> publish,
        Map<String, String> environment,
        List<ContainerFile> files,
        List<String> binds,
        boolean privileged,
        boolean pidHost,
        List<String> devices,
        Map<String, String> labels) {
    /** On all that Tare makes on an Engine; the value is the testbed's name. */
    public static final String LABEL = "io.tare.testbed";

    /** A port published on the host under the same number; {@code protocol} is {@code tcp} or {@code udp}. */
    public record Publish(int port, String protocol) {}

    public ContainerSpec {
        command = List.copyOf(command);
        publish = List.copyOf(publish);
        environment = Map.copyOf(environment);
        files = List.copyOf(files);
        binds = List.copyOf(binds);
        devices = List.copyOf(devices);
        labels = Map.copyOf(labels);
    }

    public static ContainerSpec of(String name, String image, List<String> command) {
        return new ContainerSpec(
                name, image, command, "none", List.of(), Map.of(), List.of(), List.of(), false, false, List.of(),
                Map.of());
    }

    public ContainerSpec onNetwork(String other) {
        return new ContainerSpec(
                name, image, command, other, publish, environment, files, binds, privileged, pidHost, devices, labels);
    }

    public ContainerSpec publishing(Publish... more) {
        List<Publish> all = new ArrayList<>(publish);
        all.addAll(List.of(more));
        return new ContainerSpec(
                name, image, command, network, all, environment, files, binds, privileged, pidHost, devices, labels);
    }

    public ContainerSpec withEnvironment(Map<String, String> variables) {
        return new ContainerSpec(
                name, image, command, network, publish, variables, files, binds, privileged, pidHost, devices, labels);
    }

    public ContainerSpec withFiles(List<ContainerFile> contents) {
        return new ContainerSpec(
                name,
                image,
                command,
                network,
                publish,
                environment,
                contents,
                binds,
                privileged,
                pidHost,
                devices,
                labels);
    }

    public ContainerSpec withBinds(String... more) {
        return new ContainerSpec(
                name,
                image,
                command,
                network,
                publish,
                environment,
                files,
                List.of(more),
                privileged,
                pidHost,
                devices,
                labels);
    }

    public ContainerSpec withDevices(List<String> paths) {
        return new ContainerSpec(
                name, image, command, network, publish, environment, files, binds, privileged, pidHost, paths, labels);
    }

    /** Privileged and in the host's process namespace. */
    public ContainerSpec asHand() {
        return new ContainerSpec(
                name, image, command, "host", publish, environment, files, binds, true, true, devices, labels);
    }

    public ContainerSpec labelled(String key, String value) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.put(key, value);
        return new ContainerSpec(
                name, image, command, network, publish, environment, files, binds, privileged, pidHost, devices, all);
    }
}
