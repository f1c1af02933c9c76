package io.tare.explain;

import io.tare.result.NetworkSpace.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TCP sends segments again: something between the sockets drops or delays them. */
final class LostOnTheWay implements Rule {
    /**
     * Percent of the segments sent. At 0.1% a flow with a round trip of 1 ms and an MSS of 1,448 bytes is held to about 450 Mbit/s by loss alone
     * (Mathis and others, Computer Communication Review 27 (1997): MSS / RTT times 1.22 / sqrt(p)).
     */
    private static final double AGAIN = 0.1;

    @Override
    public String name() {
        return "loss";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (HostFigures host : cell.hosts()) {
            if (host.retransmitted() >= AGAIN) {
                List<String> evidence =
                        new ArrayList<>(List.of("TcpRetransSegs of the %s: %.2f%% of %,.0f segments a second"
                                .formatted(host.role(), host.retransmitted(), host.rate(host.count("TcpOutSegs")))));
                host.underlay().ifPresent(device -> drops(host, device, evidence));
                return Optional.of(
                        new Bottleneck(
                                name(),
                                "segments are lost on their way and sent again",
                                evidence,
                                "look where they are dropped (ethtool -S, tc -s qdisc, the switch); a limited underlay shows it when it is full, which is in order"));
            }
        }
        return Optional.empty();
    }

    private static void drops(HostFigures host, Device device, List<String> evidence) {
        long drops = device.sent().drops() + device.received().drops();
        evidence.add("%s counted %,.0f drops a second".formatted(device.name(), host.rate(drops)));
    }
}
