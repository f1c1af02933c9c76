package io.tare.network;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What one {@code weave} mode's devices, containers and peers are called, so that several stand side by side.
 *
 * @param as the name the study gives the mode
 */
record WeaveNames(String as) {
    private static final int SHORT_ID = 0xfff;

    String bridge() {
        return DeviceName.of("twb", as);
    }

    String vxlan() {
        return DeviceName.of("twx", as);
    }

    String datapath() {
        return DeviceName.of("twd", as);
    }

    /** The bridge's end of the pair between the bridge and what the router listens at. */
    String bridgePort() {
        return DeviceName.of("twp", as);
    }

    /** The router's end of that pair. */
    String routerPort() {
        return DeviceName.of("twr", as);
    }

    String container() {
        return "tare-" + as + "-router";
    }

    /** A router's name, which is also its bridge's address: a MAC address, locally administered. {@code peer} is 1 or 2. */
    String peer(int peer) {
        long number = crc();
        return "02:%02x:%02x:%02x:%02x:%02x"
                .formatted(number >>> 24, number >>> 16 & 0xff, number >>> 8 & 0xff, number & 0xff, peer);
    }

    /** The 12 bits that a peer is known by in a VXLAN header; two peers have different ones. {@code peer} is 1 or 2. */
    int shortId(int peer) {
        return (int) (crc() & SHORT_ID) ^ peer;
    }

    /** The VXLAN network identifier of a packet, made as Weave Net makes it (its router's {@code tunnelIDFor}): the sender's short id in the lower 12 bits, the receiver's above. */
    int vni(int from, int to) {
        return shortId(from) | shortId(to) << 12;
    }

    private long crc() {
        CRC32 sum = new CRC32();
        sum.update(as.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
