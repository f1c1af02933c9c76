package io.tare.cli;

import io.tare.path.Encapsulation;
import io.tare.path.Route;
import io.tare.path.Way;
import java.util.ArrayList;
import java.util.List;

/** How a packet comes to a device, in words. */
final class WayText {
    private WayText() {}

    /** Some lines, the last of which leads to the device. */
    static List<String> of(Way way) {
        return switch (way) {
            case Way.Routed routed -> routed(routed);
            case Way.Crossed(String from) -> List.of("across from " + from);
            case Way.Entered(String port) -> List.of("bridged: " + port + " is its port");
            case Way.Forwarded(String bridge, String mac) ->
                List.of(
                        mac.isEmpty()
                                ? "by the flows of " + bridge + ", which are not read"
                                : "bridged: %s has %s at this port".formatted(bridge, mac));
            case Way.Arrived() -> List.of("from the wire");
            case Way.Unpacked(Encapsulation from) -> List.of("unpacked from " + words(from));
        };
    }

    /** {@code vxlan 4097 to 10.99.0.1, UDP 4789}. */
    static String words(Encapsulation how) {
        return "%s%s to %s%s"
                .formatted(
                        how.kind(),
                        how.id() == 0 ? "" : " " + how.id(),
                        how.to(),
                        how.port() == 0 ? "" : ", UDP " + how.port());
    }

    private static List<String> routed(Way.Routed routed) {
        List<String> lines = new ArrayList<>();
        if (routed.translated() != null) {
            lines.add("NAT: %s becomes".formatted(routed.translated().before()));
            lines.add("     " + routed.translated().after());
        }
        Route route = routed.route();
        String to = route.local() ? "the namespace's own" : route.via().isEmpty() ? "directly" : "via " + route.via();
        lines.add("routed: %s, %s".formatted(route.to(), to)
                + (routed.neighbour() == null
                        ? ""
                        : "; %s is %s (%s)"
                                .formatted(
                                        routed.neighbour().address(),
                                        routed.neighbour().mac(),
                                        routed.neighbour().state())));
        return lines;
    }
}
