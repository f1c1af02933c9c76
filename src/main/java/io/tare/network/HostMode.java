package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.study.Placement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code host}: containers use their host's own network. No isolation, and nothing between the application and the NIC. */
public final class HostMode implements NetworkMode {
    @Override
    public String name() {
        return "host";
    }

    @Override
    public String summary() {
        return "containers share their host's network; the usual baseline";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.values());
    }

    @Override
    public List<String> needs() {
        return List.of("free ports on the hosts");
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        return new Connection() {
            @Override
            public String dataPath() {
                return EngineNetwork.oneHost(server, client) ? "loopback" : "host";
            }

            @Override
            public ContainerSpec server(ContainerSpec base, List<Publish> ports) {
                return base.onNetwork("host");
            }

            @Override
            public ContainerSpec client(ContainerSpec base) {
                return base.onNetwork("host");
            }

            @Override
            public String reach(Container running) {
                return server.address();
            }

            @Override
            public void close() {
                // nothing was made
            }
        };
    }
}
