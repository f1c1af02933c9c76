package io.tare.tuning;

import io.tare.host.Setting;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** {@code xps}: Transmit Packet Steering. Each send queue belongs to CPUs of its own, so that they do not wait for each other's locks. */
final class TransmitPacketSteering implements Tuning {
    private static final About ABOUT = new About(
            "xps",
            "each send queue of the underlay is used by CPUs of its own, dealt out in turn (xps_cpus of each queue)",
            "sending, where a packet's queue is chosen",
            "two CPUs and an underlay device with two send queues",
            "fewer queues than CPUs, and CPUs share one that could have chosen",
            "Linux, Documentation/networking/scaling.rst, XPS: Transmit Packet Steering",
            List.of());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command("deal_queues", "each send queue of the network card belongs to CPUs of its own");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        List<Integer> cpus = ground.cpus().stream().boxed().toList();
        List<Setting> queues = ground.in(Device.Role.UNDERLAY).stream()
                .flatMap(d -> d.ofSendQueues("xps_cpus").stream())
                .toList();
        if (cpus.size() < 2 || queues.size() < 2) {
            return Wish.none("%d send queue(s) of its underlay and %d CPU(s): nothing to choose between"
                    .formatted(queues.size(), cpus.size()));
        }
        List<Wanted> wanted = new ArrayList<>();
        for (int queue = 0; queue < queues.size(); queue++) {
            BitSet own = new BitSet();
            for (int i = queue % cpus.size(); i < cpus.size(); i += queues.size()) {
                own.set(cpus.get(i));
            }
            wanted.add(new Wanted(queues.get(queue), CpuMask.text(own)));
        }
        return Wish.someOf(wanted);
    }
}
