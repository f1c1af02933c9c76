package io.tare.explain;

import io.tare.result.NetworkSpace;
import java.util.List;
import java.util.Optional;

/** IP packets are larger than an MTU on their way and travel in fragments: each costs as a packet, and one lost loses all (RFC 8900). */
final class Fragments implements Rule {
    /** Percent of the IP packets sent or taken in. */
    private static final double FRAGMENTED = 1;

    @Override
    public String name() {
        return "fragments";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (HostFigures host : cell.hosts()) {
            for (NetworkSpace space : host.counters().spaces()) {
                long made = space.count("IpFragCreates") + space.count("IpReasmReqds");
                long packets = space.count("IpOutRequests") + space.count("IpInReceives");
                double share = 100.0 * made / Math.max(1, packets);
                if (share >= FRAGMENTED) {
                    return Optional.of(new Bottleneck(
                            name(),
                            "packets are larger than the MTU and are sent in fragments",
                            List.of("the %s's %s namespace: %,.0f fragments a second beside %,.0f IP packets"
                                    .formatted(host.role(), space.name(), host.rate(made), host.rate(packets))),
                            "smaller datagrams, or a larger MTU: the tuning mtu, on the underlay first"));
                }
            }
        }
        return Optional.empty();
    }
}
