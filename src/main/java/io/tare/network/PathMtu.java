package io.tare.network;

import io.tare.host.Host;
import io.tare.host.HostException;
import java.util.Map;

/**
 * The largest IP packet that the underlay carries between two hosts, in bytes: Docker's presets, 1500 for a bridge and 1450 for an overlay, know
 * nothing of it. On an underlay of 9000 they cut a container's packets small, which looks like a cost of the mode; on one of 1400 they make
 * packets that do not fit.
 */
final class PathMtu {
    private static final String OPTION = "com.docker.network.driver.mtu";

    private PathMtu() {}

    /** The smaller of both hosts' underlay devices; {@link HostException} where one tells none. */
    static int between(Host one, Host other) {
        return Math.min(of(one), of(other));
    }

    /** The network option that hands it to Docker's drivers. */
    static Map<String, String> option(int mtu) {
        return Map.of(OPTION, Integer.toString(mtu));
    }

    private static int of(Host host) {
        String file = "/sys/class/net/%s/mtu".formatted(host.underlay());
        String said = host.hand().run("cat", file).strip();
        try {
            return Integer.parseInt(said);
        } catch (NumberFormatException e) {
            throw new HostException(
                    "%s on %s should hold the MTU of the underlay and holds '%s'; look at 'ip link show %s' there."
                            .formatted(file, host.name(), said, host.underlay()),
                    e);
        }
    }
}
