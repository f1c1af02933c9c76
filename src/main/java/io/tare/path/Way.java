package io.tare.path;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a packet comes to a device. */
public sealed interface Way {
    /**
     * The IP stack of the device's namespace sends it there.
     *
     * @param neighbour the link-layer address it is sent to; null where the device needs none or it is not known
     * @param translated what the namespace's NAT makes of it; null where it leaves it as it is or nothing tells
     */
    record Routed(
            Route route,
            @Nullable Neighbour neighbour,
            @Nullable Tracked translated) implements Way {
        public Routed {
            Objects.requireNonNull(route, "route is null");
        }
    }

    /** It comes out of the other end of a veth pair, or from the other device of a stack of two. */
    record Crossed(String from) implements Way {}

    /** A port hands it to its bridge or switch. */
    record Entered(String port) implements Way {}

    /**
     * A bridge or switch sends it out by this port.
     *
     * @param mac by the entry for this address; empty where another rule decides
     */
    record Forwarded(String bridge, String mac) implements Way {}

    /** From the wire: what the hosts share no namespace with. */
    record Arrived() implements Way {}

    /** It is taken out of the outer packet that carried it. */
    record Unpacked(Encapsulation from) implements Way {}
}
