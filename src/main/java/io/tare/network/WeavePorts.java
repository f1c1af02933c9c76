package io.tare.network;

import io.tare.host.Host;
import io.tare.host.HostException;
import java.util.List;

/**
 * The ports of one {@code weave} mode, the same on both hosts and of no other.
 *
 * @param router TCP and UDP of the router; Weave Net's preset is 6783
 */
record WeavePorts(int router) {
    private static final int FIRST = 6783;
    private static final int STEP = 10;
    private static final int TRIES = 16;

    /** The first that are free on all of these hosts: 6783, 6793, …; {@link HostException} where none are. */
    static WeavePorts free(List<Host> hosts) {
        for (int i = 0; i < TRIES; i++) {
            WeavePorts ports = new WeavePorts(FIRST + i * STEP);
            if (hosts.stream().allMatch(ports::free)) {
                return ports;
            }
        }
        throw new HostException(
                "There are no free ports for Weave Net among %d, %d, … %d (TCP and UDP, with the one after and the one before) on %s; see 'ss --listening' there and end what holds them."
                        .formatted(
                                FIRST,
                                FIRST + STEP,
                                FIRST + (TRIES - 1) * STEP,
                                String.join(", ", hosts.stream().map(Host::name).toList())));
    }

    /** UDP of the fast data path: the router takes the next one. */
    int vxlan() {
        return router + 1;
    }

    /** TCP on the host's loopback, where the router tells its status. */
    int status() {
        return router - 1;
    }

    private boolean free(Host host) {
        return host.hand()
                .run(
                        "ss",
                        "--no-header",
                        "--numeric",
                        "--listening",
                        "--tcp",
                        "--udp",
                        "sport >= %d and sport <= %d".formatted(status(), vxlan()))
                .isBlank();
    }
}
