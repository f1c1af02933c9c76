package io.tare.tuning;

import io.tare.study.Parameter;
import java.util.BitSet;
import java.util.List;

/**
 * {@code rps}: Receive Packet Steering. The kernel takes a packet from a receive queue on one CPU and gives it, by the hash of its flow, to another for the
 * protocols. Without it the CPU that serves the interrupt does all of them, for a tunnel's outer and inner packets alike.
 */
final class ReceivePacketSteering implements Tuning {
    private static final About ABOUT = new About(
            "rps",
            "packets of a receive queue are spread over CPUs by their flow (rps_cpus of each queue)",
            "receiving, between a device's queue and the protocols",
            "two CPUs",
            "CPUs that the application had for itself receive packets then, and each packet may wake another CPU: with a queue for each CPU, or no CPU to spare, it costs more than it gives",
            "Linux, Documentation/networking/scaling.rst, RPS: Receive Packet Steering",
            List.of(
                    Parameter.matching(
                            "cpus",
                            "all|not-irq|[0-9a-fA-F,]{1,300}",
                            "all",
                            "the CPUs that packets are given to: all, not-irq (all but those that serve the underlay's interrupts), or a mask in hexadecimal"),
                    Devices.parameter("whose receive queues")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command(
                "queues rx rps_cpus \"$(cpus %s)\" %s".formatted(given.text("cpus"), Export.roles(given)),
                "packets of each receive queue go to these CPUs");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        if (ground.cpus().cardinality() < 2) {
            return Wish.none("one CPU, and nothing to spread packets over");
        }
        BitSet cpus = ground.cpus();
        String which = given.text("cpus");
        if (which.equals("not-irq")) {
            if (ground.interrupts().isEmpty()) {
                return Wish.none("its underlay device has no interrupts, so 'cpus: not-irq' means nothing; use all");
            }
            ground.interrupts().values().forEach(cpus::andNot);
            if (cpus.isEmpty()) {
                return Wish.none(
                        "every CPU may serve the underlay's interrupts, so 'cpus: not-irq' leaves none; use all, or a mask");
            }
        } else if (!which.equals("all")) {
            cpus = CpuMask.of(which);
            if (!CpuMask.within(cpus, ground.cpus())) {
                return Wish.none("the mask %s is not of its CPUs, which are %s".formatted(which, ground.cpus()));
            }
        }
        return Devices.each(ground, given, device -> device.ofReceiveQueues("rps_cpus"), CpuMask.text(cpus));
    }
}
