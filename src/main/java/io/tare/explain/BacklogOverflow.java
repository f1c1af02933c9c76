package io.tare.explain;

import io.tare.result.HostCounters.Softnet;
import java.util.List;
import java.util.Optional;

/** A CPU's backlog of received packets is full and packets are dropped ({@code net.core.netdev_max_backlog}; softnet_stat's second column). */
final class BacklogOverflow implements Rule {
    /** Percent of the packets processed: TCP already halves its window for less (RFC 5681); one in ten thousand is no accident. */
    private static final double DROPPED = 0.01;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (HostFigures host : cell.machines()) {
            long dropped = host.softnet(Softnet::dropped);
            long processed = host.softnet(Softnet::processed);
            double share = 100.0 * dropped / Math.max(1, dropped + processed);
            if (share >= DROPPED) {
                return Optional.of(new Bottleneck(
                        name(),
                        "packets are dropped because a CPU's backlog is full",
                        List.of("softnet_stat of the %s: %,.0f dropped a second, %.2f%% of %,.0f processed"
                                .formatted(host.whose(), host.rate(dropped), share, host.rate(processed))),
                        "a longer backlog: the tuning netdev-backlog; spread the work with rps where CPUs idle"));
            }
        }
        return Optional.empty();
    }
}
