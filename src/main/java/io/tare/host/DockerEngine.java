package io.tare.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.SwarmJoinTokens;
import com.github.dockerjava.api.model.SwarmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An Engine reached through docker-java. */
final class DockerEngine implements Engine {
    private final String host;
    private final DockerClient docker;
    private final EngineConnection connection;
    private final int patience;
    private volatile LongConsumer killer = pid -> {};

    DockerEngine(String host, EngineConnection connection, int patience) {
        this.host = Objects.requireNonNull(host, "host is null");
        this.connection = Objects.requireNonNull(connection, "connection is null");
        this.docker = connection.docker();
        this.patience = patience;
    }

    /** How a process on the host is ended by its id, where an exec has to be cut short. */
    void killWith(LongConsumer how) {
        killer = how;
    }

    @Override
    public EngineFacts facts() {
        return asked(
                "its version and facts",
                () -> EngineAnswers.facts(
                        docker.versionCmd().exec(), docker.infoCmd().exec()));
    }

    @Override
    public Optional<String> imageId(String reference) {
        return asked("about image " + reference, () -> {
            try {
                return Optional.ofNullable(
                        docker.inspectImageCmd(reference).exec().getId());
            } catch (NotFoundException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void load(InputStream archive) {
        asked("to load an image", () -> docker.loadImageCmd(archive).exec());
    }

    @Override
    public Container start(ContainerSpec spec) {
        return asked("to start container " + spec.name(), () -> {
            CreateContainerResponse made = ContainerRequest.of(docker, spec).exec();
            try {
                if (!spec.files().isEmpty()) {
                    copy(made.getId(), spec.files());
                }
                docker.startContainerCmd(made.getId()).exec();
            } catch (DockerException failed) {
                remove(made.getId());
                throw failed;
            }
            return new Container(this, made.getId(), spec.name());
        });
    }

    @Override
    public List<Container> containers(String label) {
        return asked(
                "for its containers",
                () -> docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec().stream()
                        .map(c -> new Container(this, c.getId(), c.getNames()[0].substring(1)))
                        .toList());
    }

    @Override
    public void remove(String containerId) {
        asked("to remove container " + containerId, () -> {
            try {
                return docker.removeContainerCmd(containerId)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException _) {
                return null; // gone already, as asked
            }
        });
    }

    @Override
    public void stop(String containerId) {
        asked("to stop container " + containerId, () -> {
            try {
                return docker.stopContainerCmd(containerId).withTimeout(20).exec();
            } catch (NotFoundException | NotModifiedException _) {
                return null; // gone or ended already, as asked
            }
        });
    }

    @Override
    public void put(String containerId, List<ContainerFile> files) {
        asked("to put files into container " + containerId, () -> {
            copy(containerId, files);
            return null;
        });
    }

    private void copy(String containerId, List<ContainerFile> files) {
        docker.copyArchiveToContainerCmd(containerId)
                .withTarInputStream(FilesTar.of(files))
                .withRemotePath("/")
                .exec();
    }

    @Override
    public void removeVolume(String name) {
        asked("to remove volume " + name, () -> {
            try {
                return docker.removeVolumeCmd(name).exec();
            } catch (NotFoundException _) {
                return null; // gone already, as asked
            }
        });
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration within) {
        return asked(
                "to execute '" + CommandLineText.of(command) + "'",
                () -> new ExecSession(docker, host, patience, killer).run(containerId, command, within));
    }

    @Override
    public ContainerState state(String containerId) {
        return asked(
                "for the state of container " + containerId,
                () -> EngineAnswers.state(
                        docker.inspectContainerCmd(containerId).exec()));
    }

    @Override
    public String logs(String containerId, int lines) {
        return asked("for the log of container " + containerId, () -> {
            try (Frames frames = docker.logContainerCmd(containerId)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(lines)
                    .exec(new Frames())) {
                frames.awaitCompletion();
                return frames.all();
            } catch (InterruptedException _) {
                throw new HostInterrupted("reading a container's log on " + host);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public String createNetwork(NetworkSpec spec) {
        return asked("to create network " + spec.name(), () -> {
            var request = docker.createNetworkCmd()
                    .withName(spec.name())
                    .withDriver(spec.driver())
                    .withCheckDuplicate(true)
                    .withAttachable(spec.attachable())
                    .withOptions(spec.options())
                    .withLabels(spec.labels());
            if (spec.subnet() != null) {
                Network.Ipam.Config addresses = new Network.Ipam.Config().withSubnet(spec.subnet());
                if (spec.ipRange() != null) {
                    addresses.withIpRange(spec.ipRange());
                }
                request.withIpam(new Network.Ipam().withConfig(List.of(addresses)));
            }
            return request.exec().getId();
        });
    }

    @Override
    public Optional<String> networkId(String name) {
        return asked(
                "for its networks",
                () -> docker.listNetworksCmd().withNameFilter(name).exec().stream()
                        .filter(n -> name.equals(n.getName()))
                        .map(Network::getId)
                        .findFirst());
    }

    @Override
    public void removeNetwork(String id) {
        asked("to remove network " + id, () -> {
            try {
                return docker.removeNetworkCmd(id).exec();
            } catch (NotFoundException _) {
                return null; // gone already, as asked
            }
        });
    }

    @Override
    public String swarmState() {
        return asked("for its swarm", () -> {
            var swarm = docker.infoCmd().exec().getSwarm();
            return swarm == null || swarm.getLocalNodeState() == null
                    ? "inactive"
                    : swarm.getLocalNodeState().name().toLowerCase(java.util.Locale.ROOT);
        });
    }

    @Override
    public String initSwarm(String advertiseAddress) {
        return asked("to start a swarm", () -> {
            docker.initializeSwarmCmd(new SwarmSpec().withName("default"))
                    .withAdvertiseAddr(advertiseAddress)
                    .withListenAddr(advertiseAddress + ":2377")
                    .exec();
            SwarmJoinTokens tokens = docker.inspectSwarmCmd().exec().getJoinTokens();
            String worker = tokens == null ? null : tokens.getWorker();
            return Objects.requireNonNull(worker, "the new swarm has no join token");
        });
    }

    @Override
    public void joinSwarm(String token, String managerAddress, String advertiseAddress) {
        asked(
                "to join the swarm of " + managerAddress,
                () -> docker.joinSwarmCmd()
                        .withJoinToken(token)
                        .withRemoteAddrs(List.of(managerAddress + ":2377"))
                        .withAdvertiseAddr(advertiseAddress)
                        .withListenAddr(advertiseAddress + ":2377")
                        .exec());
    }

    @Override
    public void leaveSwarm() {
        asked(
                "to leave its swarm",
                () -> docker.leaveSwarmCmd().withForceEnabled(true).exec());
    }

    @Override
    public void close() {
        connection.close();
    }

    /** The Engine's answer; its refusal, or no answer, becomes a {@link HostException} that names the host and what was asked. */
    private <T extends @Nullable Object> T asked(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (DockerException refused) {
            throw new HostException(
                    "The Engine of %s was asked %s and refused: %s"
                            .formatted(host, what, EngineConnection.words(refused)),
                    refused);
        } catch (HostException known) {
            throw known;
        } catch (RuntimeException lost) {
            if (Thread.currentThread().isInterrupted()) {
                throw new HostInterrupted("asking the Engine of " + host + " " + what);
            }
            throw new HostException(
                    "The Engine of %s was asked %s and gave no answer (%s). Is it still running? See 'tare lab status', or 'docker -H %s info'."
                            .formatted(host, what, EngineConnection.words(lost), connection.address()),
                    lost);
        }
    }
}
