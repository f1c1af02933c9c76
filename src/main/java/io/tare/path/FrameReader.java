package io.tare.path;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads the headers of a captured frame, through the tunnels that put one packet into another. */
final class FrameReader {
    private static final int ETHERNET = 1;
    private static final int RAW = 101;
    private static final int RAW_BSD = 12;
    private static final int COOKED = 113;
    private static final int IPV4 = 0x0800;
    private static final int VLAN = 0x8100;
    private static final int IN_IP = 4;
    private static final int UDP = 17;
    private static final int GRE = 47;
    private static final int ESP = 50;
    /** The VXLAN header's first word: the flag that the number is valid, and 24 bits of nothing (RFC 7348). */
    private static final long VXLAN = 0x08000000L;

    private final byte[] bytes;
    private final List<Layer> layers = new ArrayList<>();

    private FrameReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The headers, the outermost first; {@code linkType} is pcap's number of what comes first. */
    static List<Layer> layers(int linkType, byte[] bytes) {
        FrameReader reader = new FrameReader(bytes);
        switch (linkType) {
            case ETHERNET -> reader.ethernet(0);
            case RAW, RAW_BSD -> reader.ip(0);
            case COOKED -> reader.ip(16);
            default -> {} // what it is of is not known: the mark is found all the same
        }
        return reader.layers;
    }

    private void ethernet(int at) {
        if (!has(at, 14)) {
            return;
        }
        layers.add(new Layer.Ethernet(mac(at + 6), mac(at)));
        int type = two(at + 12);
        int next = type == VLAN ? at + 18 : at + 14;
        if (has(next, 0) && (type == VLAN ? two(next - 2) : type) == IPV4) {
            ip(next);
        }
    }

    private void ip(int at) {
        if (!has(at, 20) || one(at) >> 4 != 4) {
            return;
        }
        int protocol = one(at + 9);
        layers.add(
                new Layer.Ip(address(at + 12), address(at + 16), protocol, two(at + 2), (two(at + 6) & 0x4000) != 0));
        int next = at + (one(at) & 0xf) * 4;
        switch (protocol) {
            case IN_IP -> ip(next);
            case UDP -> udp(next);
            case GRE -> ip(next + 4);
            case ESP -> {
                if (has(next, 4)) {
                    layers.add(new Layer.Esp(four(next)));
                }
            }
            default -> {}
        }
    }

    private void udp(int at) {
        if (!has(at, 8)) {
            return;
        }
        layers.add(new Layer.Udp(two(at), two(at + 2)));
        if (has(at, 16) && four(at + 8) == VXLAN && one(at + 15) == 0) {
            layers.add(new Layer.Vxlan(four(at + 12) >> 8));
            ethernet(at + 16);
        }
    }

    private boolean has(int at, int length) {
        return at + length <= bytes.length;
    }

    private int one(int at) {
        return bytes[at] & 0xff;
    }

    private int two(int at) {
        return one(at) << 8 | one(at + 1);
    }

    private long four(int at) {
        return (long) two(at) << 16 | two(at + 2);
    }

    private String mac(int at) {
        return HexFormat.ofDelimiter(":").formatHex(bytes, at, at + 6);
    }

    private String address(int at) {
        return "%d.%d.%d.%d".formatted(one(at), one(at + 1), one(at + 2), one(at + 3));
    }
}
