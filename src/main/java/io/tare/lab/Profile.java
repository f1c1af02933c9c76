package io.tare.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the underlay's devices leave to hardware, as offloads of {@code ethtool -K}. */
public enum Profile {
    /**
     * As a virtio NIC: all offloads but those of UDP tunnels, which virtio has not. A veth pair left alone passes whole tunnel
     * super-packets, and an overlay would look free.
     */
    VIRTIO(
            "all offloads but UDP tunnel segmentation, as a virtio NIC",
            "tx-udp_tnl-segmentation",
            "tx-udp_tnl-csum-segmentation"),
    /** Every offload on, tunnels included, as the best NICs have. */
    OFFLOAD("every offload on, UDP tunnels included"),
    /** No segmentation, receive or checksum offload: every packet is one of at most the MTU. */
    PLAIN(
            "no segmentation, receive or checksum offload",
            "tso",
            "gso",
            "gro",
            "tx-udp-segmentation",
            "tx-udp_tnl-segmentation",
            "tx-udp_tnl-csum-segmentation",
            "tx-gso-list",
            "tx-sctp-segmentation",
            "tx",
            "rx");

    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> off;

    Profile(String summary, String... off) {
        this.summary = summary;
        this.off = List.of(off);
    }

    public String summary() {
        return summary;
    }

    /** The offloads to be switched off. */
    List<String> off() {
        return off;
    }

    /** As a study writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Profile of(String word) {
        return Arrays.stream(values())
                .filter(p -> p.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "There is no underlay profile '%s'; there are virtio, offload and plain.".formatted(word)));
    }
}
