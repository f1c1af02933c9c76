package io.tare.path;

import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kernel's answer to where a packet goes.
 *
 * @param to the address asked for
 * @param via the next router's address; empty where it is reached directly
 * @param device by which it leaves
 * @param source the address that a packet made here would carry; empty where the packet has one
 * @param local whether the address is the namespace's own
 */
public record Route(String to, String via, String device, String source, boolean local) {
    public Route {
        Objects.requireNonNull(to, "to is null");
        Objects.requireNonNull(via, "via is null");
        Objects.requireNonNull(device, "device is null");
        Objects.requireNonNull(source, "source is null");
    }

    /** Reads what {@code ip -json -details route get} prints. */
    static Route read(String to, String json) {
        JsonNode answer = JsonMapper.shared().readTree(json).path(0);
        return new Route(
                to,
                answer.path("gateway").asString(""),
                answer.path("dev").asString(""),
                answer.path("prefsrc").asString(""),
                answer.path("type").asString("").equals("local"));
    }

    /** Whom the device has to find: the router, or the address itself. */
    String next() {
        return via.isEmpty() ? to : via;
    }
}
