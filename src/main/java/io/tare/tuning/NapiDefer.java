package io.tare.tuning;

import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.List;

/** {@code napi-defer}: a queue that was emptied is looked at again by a timer some times before its interrupt is switched on. */
final class NapiDefer implements Tuning {
    private static final About ABOUT = new About(
            "napi-defer",
            "an emptied receive queue is polled again by a timer before its interrupt is switched on (napi_defer_hard_irqs, gro_flush_timeout)",
            "receiving, the device's queue",
            "a kernel since 5.8",
            "a packet that comes alone may wait for the timer: latency of little traffic rises by as much",
            "Linux, Documentation/networking/napi.rst, Software IRQ coalescing",
            List.of(
                    Parameter.of("times", Parameter.Type.INTEGER, "2", "how often it is polled in vain before that")
                            .atLeast(0)
                            .atMost(1000),
                    Parameter.of("timeout", Parameter.Type.INTEGER, "20000", "the timer, in ns")
                            .atLeast(0)
                            .atMost(100_000_000),
                    Devices.parameter("whose queues")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command(
                        "of_devices napi_defer_hard_irqs %s %s".formatted(given.text("times"), Export.roles(given)),
                        "how often a queue is polled in vain before its interrupt is on")
                .and(Export.command(
                        "of_devices gro_flush_timeout %s %s".formatted(given.text("timeout"), Export.roles(given)),
                        "the timer that polls it, in ns"));
    }

    @Override
    public Wish on(Ground ground, Given given) {
        List<Wanted> wanted = new ArrayList<>();
        for (Device device : ground.called(given.words("devices"))) {
            wanted.add(new Wanted(device.own("napi_defer_hard_irqs"), given.text("times")));
            wanted.add(new Wanted(device.own("gro_flush_timeout"), given.text("timeout")));
        }
        return wanted.isEmpty() ? Wish.none("the mode has none of the devices named there") : Wish.someOf(wanted);
    }
}
