package io.tare.tuning;

import io.tare.host.Setting;
import java.util.List;

/** {@code threaded-napi}: receive queues are polled by kernel threads of their own, which the scheduler places, instead of in software interrupts. */
final class ThreadedNapi implements Tuning {
    private static final About ABOUT = new About(
            "threaded-napi",
            "each receive queue is polled by a kernel thread of its own that the scheduler places (threaded of each device)",
            "receiving, the device's queue",
            "a kernel since 5.12, and devices with receive queues of their own (veth has one with gro alone)",
            "a thread that the scheduler moves or lets wait adds latency",
            "Linux, Documentation/networking/napi.rst, Threaded NAPI",
            List.of(Devices.parameter("whose queues")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command(
                "of_devices threaded 1 %s".formatted(Export.roles(given)),
                "each receive queue is polled by a kernel thread of its own");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Devices.each(ground, given, device -> List.<Setting>of(device.own("threaded")), "1");
    }
}
