package io.tare.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The offloads of a device that decide what a tunnel, a bridge or NAT costs.
 *
 * @param on short names of those that are on
 * @param off of those that are off
 */
public record Offloads(List<String> on, List<String> off) {
    private static final Map<String, String> SHORT = Map.of(
            "tcp-segmentation-offload", "tso",
            "generic-segmentation-offload", "gso",
            "generic-receive-offload", "gro",
            "tx-checksumming", "tx-csum",
            "rx-checksumming", "rx-csum",
            "tx-udp_tnl-segmentation", "tunnel-tso",
            "tx-udp_tnl-csum-segmentation", "tunnel-csum-tso");

    static final Offloads UNKNOWN = new Offloads(List.of(), List.of());

    public Offloads {
        on = List.copyOf(on);
        off = List.copyOf(off);
    }

    /** Reads what {@code ethtool -k} prints. */
    static Offloads read(String printed) {
        List<String> on = new ArrayList<>();
        List<String> off = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            String[] words = line.strip().split(": ", 2);
            String name = SHORT.get(words[0]);
            if (name != null && words.length == 2) {
                (words[1].startsWith("on") ? on : off).add(name);
            }
        }
        return new Offloads(on, off);
    }
}
