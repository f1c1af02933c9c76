package io.tare.path;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * An address of the link that the kernel knows the link-layer address of.
 *
 * @param state the kernel's word, in lower case: as {@code ip neigh} has it
 */
public record Neighbour(String address, String device, String mac, String state) {
    /** Reads what {@code ip -json neigh} prints; those not found out yet are left out. */
    static List<Neighbour> read(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .filter(n -> n.has("lladdr"))
                .map(n -> new Neighbour(
                        n.path("dst").asString(""),
                        n.path("dev").asString(""),
                        n.path("lladdr").asString(),
                        n.at("/state/0").asString("").toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }
}
