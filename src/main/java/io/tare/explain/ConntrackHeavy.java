package io.tare.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Netfilter takes a large part of the CPUs' time: every packet, the tunnel's outer ones too, is looked up in connection tracking and walks the rules.
 * Seen only where perf sampled the cell, since the kernel counts no packets that were merely looked up.
 */
final class ConntrackHeavy implements Rule {
    /** Percent of the busy time: about what the rules of Docker's NAT cost here; less than that is not worth an exception in a firewall. */
    private static final double SHARE = 8;

    @Override
    public String name() {
        return "netfilter";
    }

    @Override
    public Optional<Bottleneck> look(CellTime cell, Optional<CellTime> baseline) {
        for (Map.Entry<String, Layers> profile : cell.profiles().entrySet()) {
            double share = profile.getValue().share(Layer.NETFILTER);
            if (share >= SHARE) {
                return Optional.of(new Bottleneck(
                        name(),
                        "connection tracking and firewall rules take a large part of the time",
                        List.of("perf on the %s: %.1f%% of %,d samples in netfilter"
                                .formatted(
                                        profile.getKey(),
                                        share,
                                        profile.getValue().total())),
                        "the tuning notrack, where the packets are the tunnel's and no rule needs their state"));
            }
        }
        return Optional.empty();
    }
}
