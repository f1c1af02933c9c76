package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.host.NetworkSpec;
import io.tare.host.Undo;
import io.tare.study.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code nat}: a bridge network on each host; the server's port is published on its host's address (destination NAT by netfilter), the
 * client leaves through its own host's source NAT. Docker's default for a container that serves the outside.
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
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<String> needs() {
        return List.of("free ports on the server's host", "netfilter's NAT (Docker's iptables rules)");
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        return List.of();
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        String name = "tare-" + as;
        Map<String, String> options = PathMtu.option(PathMtu.between(server, client));
        List<AutoCloseable> made = new ArrayList<>();
        try {
            for (Host host : List.of(server, client)) {
                made.addFirst(host.journal().before(new Undo.RemoveNetwork(name)));
                host.engine().createNetwork(new NetworkSpec(name, "bridge", null, false, options, Map.of()));
            }
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new Connection() {
            @Override
            public String dataPath() {
                return "bridge + iptables NAT";
            }

            @Override
            public ContainerSpec server(ContainerSpec base, List<Publish> ports) {
                return base.onNetwork(name).publishing(ports.toArray(Publish[]::new));
            }

            @Override
            public ContainerSpec client(ContainerSpec base) {
                return base.onNetwork(name);
            }

            @Override
            public String reach(Container running) {
                return server.address();
            }

            @Override
            public void close() {
                Undoing.all(made, null);
            }
        };
    }
}
