package io.tare.monitor;

import io.tare.result.NetworkSpace.Device;
import io.tare.result.NetworkSpace.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the devices of a namespace are, as {@code ip -json -details link show} tells it. */
record Links(Map<String, JsonNode> byName) {

    /** Knows nothing where the text is no JSON: devices then have no kind. */
    static Links of(String json) {
        Map<String, JsonNode> links = new HashMap<>();
        try {
            JsonMapper.shared()
                    .readTree(json)
                    .forEach(link -> links.put(link.path("ifname").asString(""), link));
        } catch (JacksonException _) {
            return new Links(Map.of());
        }
        return new Links(links);
    }

    /** The devices that carried something between two readings of {@code /proc/net/dev}. */
    List<Device> devices(Map<String, long[]> before, Map<String, long[]> after) {
        List<Device> devices = new ArrayList<>();
        after.forEach((name, now) -> {
            List<Long> gone = ProcTables.gone(before.getOrDefault(name, new long[8]), now);
            if (gone.stream().anyMatch(n -> n != 0)) {
                JsonNode link = byName.getOrDefault(name, JsonMapper.shared().createObjectNode());
                devices.add(new Device(
                        name,
                        link.path("link_type").asString("").equals("loopback")
                                ? "loopback"
                                : link.at("/linkinfo/info_kind").asString(""),
                        link.path("mtu").asInt(0),
                        new Traffic(gone.get(1), gone.get(0), gone.get(2), gone.get(3)),
                        new Traffic(gone.get(5), gone.get(4), gone.get(6), gone.get(7))));
            }
        });
        return devices;
    }
}
