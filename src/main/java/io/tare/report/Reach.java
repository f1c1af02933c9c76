package io.tare.report;

import io.tare.study.Choice;
import java.util.Map;

/** What an application has to put up with to use a mode: the condition of a recommendation. Easiest network first. */
enum Reach {
    HOST("where servers can live with the host's own addresses and ports"),
    PUBLISHED("where a port published on the host is enough"),
    UNDERLAY("where containers need addresses of their own and the network between the hosts may know them"),
    TUNNEL("where containers need addresses of their own that the network between the hosts does not know"),
    ONE_HOST("where client and server stand on one host"),
    OTHER("where it fits");

    private static final Map<String, Reach> KINDS = Map.of(
            "host", HOST,
            "nat", PUBLISHED,
            "macvlan", UNDERLAY,
            "ipvlan", UNDERLAY,
            "overlay", TUNNEL,
            "weave", TUNNEL,
            "flannel", TUNNEL,
            "calico", TUNNEL,
            "bridge", ONE_HOST,
            "container", ONE_HOST);

    private final String condition;

    Reach(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** Of a mode as a study gives it: Flannel and Calico make tunnels unless told to route. */
    static Reach of(Choice mode) {
        boolean routes = mode.parameters().values().stream().anyMatch(v -> v.equals("host-gw") || v.equals("bgp"));
        Reach kind = KINDS.getOrDefault(mode.kind(), OTHER);
        return routes && kind == TUNNEL ? UNDERLAY : kind;
    }
}
