package io.tare.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.util.List;
import java.util.Map;

/** A {@link ContainerSpec} in docker-java's words. */
final class ContainerRequest {
    /**
     * What a hand may do: enter namespaces, set network devices and kernel settings, see every process. Not Docker's
     * {@code --privileged}, which asks for capabilities that a confined machine may not have to give.
     */
    private static final Capability[] HAND = {
        Capability.SYS_ADMIN,
        Capability.NET_ADMIN,
        Capability.NET_RAW,
        Capability.SYS_PTRACE,
        Capability.SYS_MODULE,
        Capability.SYS_NICE,
        Capability.DAC_READ_SEARCH,
        Capability.SYSLOG,
    };

    /** A DNS label (RFC 1035); Linux itself takes 64. */
    private static final int LONGEST_HOST_NAME = 63;

    private ContainerRequest() {}

    static CreateContainerCmd of(DockerClient docker, ContainerSpec spec) {
        CreateContainerCmd request = docker.createContainerCmd(spec.image())
                .withName(spec.name())
                .withEnv(spec.environment().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList())
                .withLabels(spec.labels())
                .withExposedPorts(
                        spec.publish().stream().map(ContainerRequest::port).toList())
                .withHostConfig(settings(spec));
        if (!spec.network().equals("host") && !spec.network().startsWith("container:")) {
            String name = spec.name();
            request.withHostName(name.substring(
                    0,
                    Math.min(
                            LONGEST_HOST_NAME,
                            name.length()))); // in another's network namespace the Engine takes no name
        }
        if (!spec.command().isEmpty()) {
            request.withEntrypoint(spec.command().subList(0, 1))
                    .withCmd(spec.command().subList(1, spec.command().size()));
        }
        return request;
    }

    private static HostConfig settings(ContainerSpec spec) {
        HostConfig settings = HostConfig.newHostConfig()
                .withNetworkMode(spec.network())
                .withInit(!spec.pidHost())
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of("max-size", "8m")))
                .withPortBindings(spec.publish().stream()
                        .map(p -> PortBinding.parse(p.port() + ":" + p.port() + "/" + p.protocol()))
                        .toList())
                .withDevices(spec.devices().stream()
                        .map(path -> new Device("rwm", path, path))
                        .toList())
                .withBinds(spec.binds().stream().map(Bind::parse).toList());
        if (spec.privileged()) {
            settings.withCapAdd(HAND)
                    .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined", "label=disable"));
            DockerObjectAccessor.overrideRawValue(settings, "MaskedPaths", List.of());
            DockerObjectAccessor.overrideRawValue(settings, "ReadonlyPaths", List.of());
        }
        if (spec.pidHost()) {
            settings.withPidMode("host");
        }
        return settings;
    }

    private static ExposedPort port(ContainerSpec.Publish p) {
        return new ExposedPort(p.port(), InternetProtocol.parse(p.protocol()));
    }
}
