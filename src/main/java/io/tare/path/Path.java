package io.tare.path;

import java.util.List;

/**
 * The way of a packet as the hosts' tables have it.
 *
 * @param hops in the packet's order
 * @param lost why it could not be followed further; empty where it comes to the server
 */
public record Path(List<Hop> hops, String lost) {
    public Path {
        hops = List.copyOf(hops);
    }
}
