package io.tare.network;

import io.tare.host.Host;
import io.tare.study.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hosts' device that macvlan and ipvlan hang containers on, and the addresses those get.
 *
 * @param given the device's name as the study says it, or empty: the one that carries the underlay
 * @param addresses of all containers, the lower half on the server's host and the upper one on the client's
 */
record ParentDevice(String given, AddressRange addresses) {
    private static final Parameter PARENT = Parameter.of(
            "parent",
            Parameter.Type.TEXT,
            "",
            "the device of the hosts that containers hang on; without it the underlay's");
    /** From /8 to /28, so that there are some addresses in each half. */
    private static final String RANGE;

    static {
        String octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
        RANGE = "(?:%s\\.){3}%s/(?:[89]|1[0-9]|2[0-8])".formatted(octet, octet);
    }

    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** The parameters of a mode with a parent device. */
    static List<Parameter> parameters(String range) {
        return List.of(
                PARENT,
                Parameter.matching(
                        "range", RANGE, range, "the addresses of its containers, of /8 to /28, a half for each host"));
    }

    /** {@code preset} is the range where the study gives none; its reader has seen to it that what it gives is one. */
    static ParentDevice of(Map<String, String> parameters, String preset) {
        String range = parameters.getOrDefault("range", preset);
        return new ParentDevice(
                parameters.getOrDefault("parent", ""),
                AddressRange.of(range).orElseThrow(() -> new IllegalArgumentException("no range: " + range)));
    }

    /** The device's name on a host. */
    String on(Host host) {
        return given.isEmpty() ? host.underlay() : given;
    }

    /** The addresses that a host gives of all: the server's the lower half, the client's the upper one. */
    String part(Host host, Host server) {
        return (EngineNetwork.oneHost(host, server) ? addresses.lowerHalf() : addresses.upperHalf()).toString();
    }

    /** A device has one receive handler (macvlan's, ipvlan's or a bridge's), and Docker takes a parent for one network alone. */
    Set<String> claims() {
        return Set.of((given.isEmpty() ? "the underlay's device" : given) + " as parent");
    }

    /** Hosts without the device, or whose own routes overlap the addresses: one sentence each with the way out. */
    List<String> obstacles(List<Host> hosts) {
        List<String> found = new ArrayList<>();
        for (Host host : hosts) {
            String device = on(host);
            if (host.hand()
                            .run(List.of("ip", "link", "show", "dev", device), WITHIN)
                            .exitCode()
                    != 0) {
                found.add("%s has no device '%s' to hang containers on; name another with 'parent:'"
                        .formatted(host.name(), device));
            }
            addresses
                    .routeInto(host)
                    .ifPresent(route -> found.add(
                            "the range %s of its containers overlaps a route of %s ('%s'); give it another with 'range:'"
                                    .formatted(addresses, host.name(), route)));
        }
        return found;
    }
}
