package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import java.time.Duration;
import java.util.List;

/** Containers on bridge networks, the server reached by the port that its host publishes for it. */
final class PublishedPort extends EngineNetwork {
    private final Host host;
    private final boolean oneHost;
    private List<Publish> published = List.of();
    private String turned = "published port on the same host";

    /** {@code host} is the server's; {@code oneHost} whether the client is on it too. */
    PublishedPort(String network, Host host, boolean oneHost, List<AutoCloseable> made) {
        super(network, "bridge + iptables NAT", made);
        this.host = host;
        this.oneHost = oneHost;
    }

    /** On one host it depends on how the Engine is set up, and is known once a server runs. */
    @Override
    public String dataPath() {
        return oneHost ? turned : super.dataPath();
    }

    @Override
    public ContainerSpec server(ContainerSpec base, List<Publish> ports) {
        published = List.copyOf(ports);
        return super.server(base, ports).publishing(ports.toArray(Publish[]::new));
    }

    @Override
    public String reach(Container server) {
        if (oneHost) {
            turned = published.stream().anyMatch(this::relayed)
                    ? "bridge + docker-proxy (user space)"
                    : "bridge + iptables NAT (hairpin)";
        }
        return host.address();
    }

    /**
     * Whether a process of the Engine's listens for a published port. Then the Engine leaves what comes from the container's own bridge out of its
     * address translation, and that process carries it; with {@code userland-proxy: false} netfilter turns it back.
     */
    private boolean relayed(Publish published) {
        ExecResult sockets = host.hand()
                .run(
                        List.of(
                                "ss",
                                "--no-header",
                                "--listening",
                                "--numeric",
                                "--" + published.protocol(),
                                "sport",
                                "=",
                                ":" + published.port()),
                        Duration.ofSeconds(10));
        return !sockets.stdout().isBlank();
    }
}
