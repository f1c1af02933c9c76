package io.tare.explain;

import io.tare.result.NetworkSpace.Device;
import java.util.List;
import java.util.Optional;

/** Containers use far less of the underlay's MTU than their tunnel needs: full packets carry less than they could. */
final class SmallMtu implements Rule {
    /** In bytes. The most a tunnel takes here: VXLAN over IPv6 (70) with ESP (about 50), rounded up. */
    private static final int TUNNEL = 128;
    /** Packets of at least this share of the MTU are full. */
    private static final double FULL = 0.8;

    @Override
    public String name() {
        return "small-mtu";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        Optional<HostFigures> sender = cell.sender();
        Optional<Device> container = sender.flatMap(HostFigures::atSockets);
        Optional<Device> underlay = sender.flatMap(HostFigures::underlay);
        if (container.isEmpty() || underlay.isEmpty() || container.get().mtu() == 0) {
            return Optional.empty();
        }
        int unused = underlay.get().mtu() - container.get().mtu();
        boolean full = container.get().sent().size() >= FULL * container.get().mtu();
        return unused <= TUNNEL || !full
                ? Optional.empty()
                : Optional.of(
                        new Bottleneck(
                                name(),
                                "the containers' MTU is far below the underlay's",
                                List.of(
                                        "%s in the container has %d bytes, %s has %d"
                                                .formatted(
                                                        container.get().name(),
                                                        container.get().mtu(),
                                                        underlay.get().name(),
                                                        underlay.get().mtu()),
                                        "packets are full: %,.0f bytes on average"
                                                .formatted(
                                                        container.get().sent().size())),
                                "raise it: the tuning mtu, or the network's own option, to what the tunnel leaves of the underlay's"));
    }
}
