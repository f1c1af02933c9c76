package io.tare.network;

import io.tare.host.Host;
import io.tare.host.NetworkSpec;
import io.tare.study.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code nat}: a bridge network on each host; the server's port is published on its host's address (destination NAT by netfilter), the
 * client leaves through its own host's source NAT. Docker's default for a container that serves the outside.
 *
 * <p>On one host both containers are on one bridge network and the client still asks for the published port: its packets turn back at the host.
 */
public final class NatMode implements NetworkMode {
    @Override
    public String name() {
        return "nat";
    }

    @Override
    public String summary() {
        return "bridge networks; the server's port published on its host, address translation on both sides";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.values());
    }

    @Override
    public List<String> needs() {
        return List.of("free ports on the server's host", "netfilter's NAT (Docker's iptables rules)");
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        String name = "tare-" + as;
        Map<String, String> options = PathMtu.option(PathMtu.between(server, client));
        List<AutoCloseable> made = new ArrayList<>();
        try {
            for (Host host : EngineNetwork.hosts(server, client)) {
                EngineNetwork.make(host, NetworkSpec.of(name, "bridge", options), made);
            }
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new PublishedPort(name, server, EngineNetwork.oneHost(server, client), made);
    }
}
