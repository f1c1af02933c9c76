package io.tare.explain;

import io.tare.result.HostCounters.Softnet;
import java.util.List;
import java.util.Optional;

/**
 * Rounds of receive work end with packets left, since their budget or time is used up ({@code net.core.netdev_budget}, {@code
 * netdev_budget_usecs}; softnet_stat's third column): the packets wait for the next round.
 */
final class BudgetSqueezed implements Rule {
    /** Percent of the NET_RX rounds: at one in a hundred waiting shows in the 99th percentile of latency. */
    private static final double SQUEEZED = 1;

    @Override
    public String name() {
        return "budget";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (HostFigures host : cell.machines()) {
            double squeezed = host.rate(host.softnet(Softnet::squeezed));
            double rounds = host.softirqs().getOrDefault("NET_RX", 0.0);
            double share = rounds > 0 ? 100 * squeezed / rounds : 0;
            if (share >= SQUEEZED) {
                return Optional.of(new Bottleneck(
                        name(),
                        "receive work is cut off by its budget and goes on a round later",
                        List.of("softnet_stat of the %s: squeezed %,.0f times a second, %.1f%% of %,.0f NET_RX rounds"
                                .formatted(host.whose(), squeezed, share, rounds)),
                        "a larger budget: the tuning netdev-budget"));
            }
        }
        return Optional.empty();
    }
}
