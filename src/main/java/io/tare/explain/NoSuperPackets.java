package io.tare.explain;

import io.tare.result.NetworkSpace.Device;
import java.util.List;
import java.util.Optional;

/**
 * A bulk TCP flow leaves its socket in packets of one MTU each: segmentation offload (TSO, GSO) is off, and every packet pays the whole way
 * through the stack (the kernel's Documentation/networking/segmentation-offloads.rst).
 */
final class NoSuperPackets implements Rule {
    /** Packets of at least this share of the MTU are full: the application has more to send than one holds. */
    private static final double FULL = 0.8;
    /** So many segments a packet, or less, is one each, with some room for what is sent again. */
    private static final double SINGLE = 1.05;

    @Override
    public String name() {
        return "no-offload";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        Optional<HostFigures> sender = cell.sender();
        Optional<Device> device = sender.flatMap(HostFigures::atSockets);
        if (device.isEmpty() || device.get().mtu() == 0) {
            return Optional.empty();
        }
        double size = device.get().sent().size();
        double segments = sender.get().segmentsPerPacket();
        if (!(segments <= SINGLE) || size < FULL * device.get().mtu()) {
            return Optional.empty();
        }
        return Optional.of(
                new Bottleneck(
                        name(),
                        "full TCP segments leave their socket one by one: nothing is segmented or joined by offloads",
                        List.of("%s of the %s sent %.2f segments a packet, of %,.0f bytes on average with an MTU of %d"
                                .formatted(
                                        device.get().name(),
                                        sender.get().role(),
                                        segments,
                                        size,
                                        device.get().mtu())),
                        "switch segmentation and receive offloads on (ethtool: tso, gso, gro) on the underlay and the containers' devices"));
    }
}
