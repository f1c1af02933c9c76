package io.tare.tuning;

import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.List;

/** {@code netdev-backlog}: how many packets may wait for a CPU, those that rps or a veth device gives it. */
final class NetdevBacklog implements Tuning {
    private static final About ABOUT = new About(
            "netdev-backlog",
            "more packets may wait for a CPU before they are dropped (netdev_max_backlog)",
            "receiving, the queue of each CPU, which rps and veth use",
            "a kernel of its own",
            "a long queue is latency",
            "Linux, Documentation/admin-guide/sysctl/net.rst, netdev_max_backlog",
            List.of(Parameter.of("packets", Parameter.Type.INTEGER, "10000", "the most that wait for one CPU")
                    .atLeast(1)
                    .atMost(10_000_000)));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.parameter(
                "net.core.netdev_max_backlog", given.text("packets"), "the most packets that wait for one CPU");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Wish.allOf(List.of(new Wanted(ground.ofHost("net.core.netdev_max_backlog"), given.text("packets"))));
    }
}
