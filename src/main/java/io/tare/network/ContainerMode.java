package io.tare.network;

import io.tare.host.Host;
import io.tare.study.Placement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code container}: client and servers share one network namespace, as the containers of a Kubernetes pod do, and meet on its loopback. */
public final class ContainerMode implements NetworkMode {
    @Override
    public String name() {
        return "container";
    }

    @Override
    public String summary() {
        return "both containers in one network namespace, as in a pod; they meet on its loopback";
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.SAME_HOST);
    }

    @Override
    public List<String> needs() {
        return List.of("nothing but the Engine");
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        return new SharedNamespace("tare-" + as + "-shared", server);
    }
}
