package io.tare.tuning;

import io.tare.study.Parameter;
import java.util.List;

/** {@code busy-poll}: who waits for a socket looks into the device's queue meanwhile, instead of sleeping until its interrupt. */
final class BusyPolling implements Tuning {
    private static final About ABOUT = new About(
            "busy-poll",
            "who reads or polls a socket looks into the device's receive queue for a while before sleeping (busy_read, busy_poll)",
            "receiving, between the socket and the device",
            "a kernel of its own, and an underlay device whose driver has it",
            "CPUs spin where they slept: with more waiting threads than CPUs it harms, and power use rises",
            "Linux, Documentation/networking/napi.rst, Busy polling; Documentation/admin-guide/sysctl/net.rst",
            List.of(Parameter.of("us", Parameter.Type.INTEGER, "50", "how long to look, in µs")
                    .atLeast(0)
                    .atMost(1_000_000)));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.parameter("net.core.busy_read", given.text("us"), "µs that a read looks into the device's queue")
                .and(Export.parameter("net.core.busy_poll", given.text("us"), "µs that a poll does"));
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Wish.allOf(Wish.each(
                List.of(ground.ofHost("net.core.busy_read"), ground.ofHost("net.core.busy_poll")), given.text("us")));
    }
}
