package io.tare.path;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a bridge, or a tunnel of its own, sends frames for a link-layer address.
 *
 * @param device the port, or the tunnel
 * @param to the other end's address where a tunnel says one; else empty
 * @param id the VXLAN's number that it is sent under; 0 where that is the tunnel's own
 * @param own whether the device itself has that address: a bridge takes such a frame up
 */
public record ForwardingEntry(String mac, String device, String to, long id, boolean own) {
    /** The address of the entry that takes all others. */
    static final String ANY = "00:00:00:00:00:00";

    /** Reads what {@code bridge -json fdb show} prints. */
    static List<ForwardingEntry> read(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .map(e -> new ForwardingEntry(
                        e.path("mac").asString(""),
                        e.path("ifname").asString(""),
                        e.path("dst").asString(""),
                        e.path("vni").asLong(0),
                        e.path("state").asString("").equals("permanent")
                                && e.path("dst").asString("").isEmpty()))
                .toList();
    }
}
