package io.tare.network;

import io.tare.host.Host;
import io.tare.host.NetworkSpec;
import io.tare.study.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code bridge}: both containers on one bridge network of one host, each with a veth pair; Docker's default between containers of a host. */
public final class BridgeMode implements NetworkMode {
    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public String summary() {
        return "both containers on one bridge network; Docker's default on one host";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.SAME_HOST);
    }

    @Override
    public List<String> needs() {
        return List.of("the kernel's bridge, as every Docker Engine does");
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        String name = "tare-" + as;
        List<AutoCloseable> made = new ArrayList<>();
        try {
            Map<String, String> options = PathMtu.option(PathMtu.between(server, client));
            EngineNetwork.make(server, NetworkSpec.of(name, "bridge", options), made);
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new EngineNetwork(name, "bridge", made);
    }
}
