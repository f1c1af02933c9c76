package io.tare.explain;

import io.tare.result.NetworkSpace.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Super-packets enter the tunnel and single packets leave the host: the kernel cuts them up after the tunnel's header, for every one the rest of
 * the way costs anew. A device that segments tunnel packets itself ({@code tx-udp_tnl-segmentation}) is spared that.
 */
final class SoftwareSegmentation implements Rule {
    /** A mean packet of so many MTUs in the tunnel is a super-packet: two segments joined at least. */
    private static final double SUPER = 2;
    /** So many MTUs on the underlay are single packets, with 50 bytes of tunnel and 14 of Ethernet around. */
    private static final double SINGLE = 1.1;

    @Override
    public String name() {
        return "tunnel-segmentation";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        Optional<HostFigures> sender = cell.sender();
        Optional<Device> tunnel = sender.flatMap(HostFigures::tunnel);
        Optional<Device> underlay = sender.flatMap(HostFigures::underlay);
        if (tunnel.isEmpty() || underlay.isEmpty() || tunnel.get().mtu() == 0) {
            return Optional.empty();
        }
        double in = tunnel.get().sent().size();
        double out = underlay.get().sent().size();
        if (!(in >= SUPER * tunnel.get().mtu())
                || !(out <= SINGLE * underlay.get().mtu())) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>(List.of(
                "%s of the %s was given packets of %,.0f bytes on average"
                        .formatted(tunnel.get().name(), sender.get().role(), in),
                "%s sent packets of %,.0f bytes: %.0f for each"
                        .formatted(underlay.get().name(), out, in / Math.max(1, out))));
        baseline.filter(base -> !base.cell().equals(cell.cell()))
                .flatMap(CellTime::sender)
                .flatMap(HostFigures::underlay)
                .ifPresent(device -> evidence.add("without the tunnel it sent packets of %,.0f bytes"
                        .formatted(device.sent().size())));
        return Optional.of(
                new Bottleneck(
                        name(),
                        "the tunnel's packets are cut up by the kernel, not by the network device",
                        evidence,
                        "a device that segments UDP tunnels (ethtool: tx-udp_tnl-segmentation), switched on by the tuning tunnel offload; a larger MTU on the underlay where it has none"));
    }
}
