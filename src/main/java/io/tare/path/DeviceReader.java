package io.tare.path;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code ip -json -details -statistics link} prints. */
final class DeviceReader {
    private DeviceReader() {}

    static List<Device> read(Namespace at, String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .filter(link -> link.has("ifname"))
                .map(link -> device(at, link))
                .toList();
    }

    private static Device device(Namespace at, JsonNode link) {
        JsonNode info = link.path("linkinfo");
        String kind = info.path("info_kind").asString("");
        return new Device(
                at,
                link.path("ifname").asString(),
                link.path("ifindex").asInt(),
                kind.isEmpty() && link.path("link_type").asString("").equals("loopback") ? "loopback" : kind,
                link.path("address").asString(""),
                link.path("mtu").asInt(),
                link.path("master").asString(""),
                info.path("info_slave_kind").asString(""),
                link.path("link").asString(""),
                link.path("link_index").asInt(0),
                link.path("link_netnsid").asInt(-1),
                tunnel(kind, info.path("info_data")),
                link.at("/stats64/rx/packets").asLong(0),
                link.at("/stats64/tx/packets").asLong(0));
    }

    private static @Nullable Tunnel tunnel(String kind, JsonNode data) {
        return switch (kind) {
            case "vxlan", "geneve", "ipip", "gre", "gretap", "sit", "ip6tnl" ->
                new Tunnel(
                        data.path("id").asLong(0),
                        data.path("port").asInt(0),
                        address(data, "local"),
                        address(data, "remote").isEmpty() ? address(data, "group") : address(data, "remote"),
                        df(data),
                        data.path("external").asBoolean(false));
            default -> null;
        };
    }

    private static String address(JsonNode data, String key) {
        String said = data.path(key).asString("");
        return said.equals("any") || said.equals("0.0.0.0") ? "" : said;
    }

    private static String df(JsonNode data) {
        if (data.has("df")) {
            return data.path("df").asString("");
        }
        return data.has("pmtudisc") ? data.path("pmtudisc").asBoolean() ? "set" : "unset" : "";
    }
}
