package io.tare.explain;

import java.util.List;
import java.util.Optional;

/**
 * Datagrams reach a socket whose buffer is full and are lost there: the application takes them slower than they come, or the buffer
 * ({@code net.core.rmem_default}, {@code rmem_max}) is too small for a burst (udp(7); counters of RFC 4113 and the kernel's snmp_counter.rst).
 */
final class ReceiveBufferOverrun implements Rule {
    /** Percent of the datagrams: what iperf3 shows as loss begins to matter; below it a single burst decides. */
    private static final double LOST = 0.1;

    @Override
    public String name() {
        return "receive-buffer";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (HostFigures host : cell.hosts()) {
            long lost = host.count("UdpRcvbufErrors");
            long taken = host.count("UdpInDatagrams");
            double share = 100.0 * lost / Math.max(1, lost + taken);
            if (share >= LOST) {
                return Optional.of(
                        new Bottleneck(
                                name(),
                                "datagrams are lost at the %s's socket: its receive buffer is full"
                                        .formatted(host.role()),
                                List.of(
                                        "UdpRcvbufErrors %,.0f a second, %.1f%% of the datagrams that reached the socket"
                                                .formatted(host.rate(lost), share),
                                        "UdpInDatagrams %,.0f a second".formatted(host.rate(taken))),
                                "larger buffers for bursts: the tuning socket-buffers; where the application itself is too slow, a lower rate"));
            }
        }
        return Optional.empty();
    }
}
