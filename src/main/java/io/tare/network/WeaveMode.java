package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/**
 * {@code weave}: Weave Net, one of the modes of the study this project grows from. Tare knows its name, so that the study can be written down
 * whole, and does not bring it up yet.
 */
public final class WeaveMode implements NetworkMode {
    private static final String ABSENT =
            "this Tare does not bring Weave Net up yet; the study runs with its other modes, of which overlay is the nearest kin (VXLAN)";

    @Override
    public String name() {
        return "weave";
    }

    @Override
    public String summary() {
        return "Weave Net; known by name, not brought up yet";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<String> needs() {
        return List.of("a newer Tare");
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        return List.of(ABSENT);
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        return List.of(ABSENT);
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        throw new IllegalStateException(ABSENT);
    }
}
