package io.tare.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection that a namespace tracks, and so what its NAT makes of its packets.
 *
 * @param before as a packet of it arrives
 * @param after as it leaves: the way back, turned around
 */
public record Tracked(Flow before, Flow after) {
    /** Reads lines of {@code /proc/net/nf_conntrack}; others than IPv4's UDP are left out. */
    static List<Tracked> read(String lines) {
        return lines.lines()
                .filter(line -> line.startsWith("ipv4") && line.contains(" udp "))
                .map(Tracked::line)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean translates() {
        return !before.equals(after);
    }

    private static Optional<Tracked> line(String line) {
        Map<String, String> there = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        for (String word : line.split(" +")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                String key = word.substring(0, equals);
                String value = word.substring(equals + 1);
                if (there.putIfAbsent(key, value) != null) {
                    back.putIfAbsent(key, value);
                }
            }
        }
        if (!there.keySet().containsAll(List.of("src", "dst", "sport", "dport"))
                || !back.keySet().containsAll(List.of("src", "dst", "sport", "dport"))) {
            return Optional.empty();
        }
        return Optional.of(new Tracked(
                new Flow(address(there, "src"), port(there, "sport"), address(there, "dst"), port(there, "dport")),
                new Flow(address(back, "dst"), port(back, "dport"), address(back, "src"), port(back, "sport"))));
    }

    private static int port(Map<String, String> tuple, String key) {
        return Integer.parseInt(tuple.getOrDefault(key, "0"));
    }

    private static String address(Map<String, String> tuple, String key) {
        return tuple.getOrDefault(key, "");
    }
}
