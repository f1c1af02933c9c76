package io.tare.network;

import io.tare.host.Host;
import io.tare.host.HostException;
import java.util.List;

/** Ports that nobody listens at. */
final class FreePort {
    private static final int TRIES = 32;

    private FreePort() {}

    /**
     * The first of {@code from}, {@code from + step}, … that is free on all of these hosts.
     *
     * @param protocol {@code tcp} or {@code udp}
     */
    static int of(List<Host> hosts, String protocol, int from, int step) {
        for (int port = from; port < from + TRIES * step; port += step) {
            int tried = port;
            if (hosts.stream().allMatch(host -> free(host, protocol, tried))) {
                return port;
            }
        }
        throw new HostException(
                "There is no free %s port among %d, %d, … %d on %s; see 'ss --listening' there and end what holds them."
                        .formatted(
                                protocol,
                                from,
                                from + step,
                                from + (TRIES - 1) * step,
                                String.join(", ", hosts.stream().map(Host::name).toList())));
    }

    private static boolean free(Host host, String protocol, int port) {
        return host.hand()
                .run("ss", "--no-header", "--numeric", "--listening", "--" + protocol, "sport", "=", ":" + port)
                .isBlank();
    }
}
