package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** {@code irq-affinity}: which CPUs serve the interrupts of the underlay device. */
final class InterruptAffinity implements Tuning {
    private static final About ABOUT = new About(
            "irq-affinity",
            "the interrupts of the underlay device are served by these CPUs (smp_affinity of each)",
            "the network card's interrupts",
            "an underlay device with interrupts, and a kernel of its own",
            "irqbalance, where it runs, moves them again; a CPU that serves all interrupts can be the bottleneck",
            "Linux, Documentation/core-api/irq/irq-affinity.rst",
            List.of(
                    Parameter.matching(
                            "cpus",
                            "spread|[0-9a-fA-F,]{1,300}",
                            "spread",
                            "spread (each interrupt on a CPU of its own, dealt out in turn), or a mask in hexadecimal for all")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command(
                "deal_interrupts %s".formatted(given.text("cpus")),
                "the CPUs that serve the network card's interrupts; irqbalance, where it runs, moves them again");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        if (ground.interrupts().isEmpty()) {
            return Wish.none("its underlay device has no interrupts");
        }
        String which = given.text("cpus");
        if (!which.equals("spread") && !CpuMask.within(CpuMask.of(which), ground.cpus())) {
            return Wish.none("the mask %s is not of its CPUs, which are %s".formatted(which, ground.cpus()));
        }
        List<Integer> cpus = ground.cpus().stream().boxed().toList();
        List<Wanted> wanted = new ArrayList<>();
        for (int number : ground.interrupts().keySet().stream().sorted().toList()) {
            BitSet own = new BitSet();
            own.set(cpus.get(wanted.size() % cpus.size()));
            wanted.add(new Wanted(
                    new Setting.KernelFile(NetworkNamespace.OWN, "/proc/irq/%d/smp_affinity".formatted(number)),
                    CpuMask.text(which.equals("spread") ? own : CpuMask.of(which))));
        }
        return Wish.someOf(wanted);
    }
}
