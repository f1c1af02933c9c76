package io.tare.tuning;

import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.List;

/** {@code netdev-budget}: how much one round of receiving may do before other work of the CPU has its turn. */
final class NetdevBudget implements Tuning {
    private static final About ABOUT = new About(
            "netdev-budget",
            "one round of receiving takes more packets and time before it yields (netdev_budget, netdev_budget_usecs)",
            "receiving, software interrupts",
            "a kernel of its own",
            "applications on the same CPU wait longer",
            "Linux, Documentation/admin-guide/sysctl/net.rst, netdev_budget, netdev_budget_usecs",
            List.of(
                    Parameter.of("packets", Parameter.Type.INTEGER, "600", "the most packets of a round")
                            .atLeast(1)
                            .atMost(100_000),
                    Parameter.of("us", Parameter.Type.INTEGER, "8000", "the longest round, in µs")
                            .atLeast(1)
                            .atMost(1_000_000)));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.parameter(
                        "net.core.netdev_budget", given.text("packets"), "the most packets of a round of receiving")
                .and(Export.parameter("net.core.netdev_budget_usecs", given.text("us"), "the longest round, in µs"));
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Wish.allOf(List.of(
                new Wanted(ground.ofHost("net.core.netdev_budget"), given.text("packets")),
                new Wanted(ground.ofHost("net.core.netdev_budget_usecs"), given.text("us"))));
    }
}
