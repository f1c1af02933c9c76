package io.tare.tuning;

import io.tare.host.Setting;
import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.List;

/** {@code rfs}: Receive Flow Steering. As {@code rps}, but to the CPU where the application last read from the flow's socket. */
final class ReceiveFlowSteering implements Tuning {
    private static final About ABOUT = new About(
            "rfs",
            "packets go to the CPU on which the application reads their flow (rps_sock_flow_entries, rps_flow_cnt of each queue)",
            "receiving, between a device's queue and the protocols",
            "two CPUs, and a kernel of its own: the table of flows is one for the whole machine",
            "a table that is too small for the flows there are sends packets back and forth between CPUs",
            "Linux, Documentation/networking/scaling.rst, RFS: Receive Flow Steering",
            List.of(
                    Parameter.of(
                                    "entries",
                                    Parameter.Type.INTEGER,
                                    "32768",
                                    "flows that the machine remembers, rounded up to a power of two; each queue remembers its share")
                            .atLeast(16)
                            .atMost(1 << 24),
                    Devices.parameter("whose receive queues")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        int entries = power(Integer.parseInt(given.text("entries")));
        return Export.parameter(
                        "net.core.rps_sock_flow_entries", Integer.toString(entries), "flows the machine remembers")
                .and(Export.command(
                        "flows %d %s".formatted(entries, Export.roles(given)),
                        "flows each receive queue remembers, its share of them"));
    }

    @Override
    public Wish on(Ground ground, Given given) {
        if (ground.cpus().cardinality() < 2) {
            return Wish.none("one CPU, and nothing to choose between");
        }
        int entries = power(Integer.parseInt(given.text("entries")));
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted(ground.ofHost("net.core.rps_sock_flow_entries"), Integer.toString(entries)));
        for (Device device : ground.called(given.words("devices"))) {
            List<Setting> queues = device.ofReceiveQueues("rps_flow_cnt");
            wanted.addAll(Wish.each(queues, Integer.toString(power(entries / Math.max(1, queues.size())))));
        }
        return Wish.allOf(wanted);
    }

    private static int power(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }
}
