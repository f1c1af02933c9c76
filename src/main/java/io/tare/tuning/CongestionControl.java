package io.tare.tuning;

import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.List;

/** {@code congestion-control}: how TCP in the containers finds its rate. */
final class CongestionControl implements Tuning {
    private static final About ABOUT = new About(
            "congestion-control",
            "TCP of both containers uses this algorithm (tcp_congestion_control)",
            "TCP, the sender",
            "the algorithm in the kernel (tcp_available_congestion_control)",
            "on the Internet, fairness to others; between two hosts, none",
            "Linux, Documentation/networking/ip-sysctl.rst, tcp_congestion_control; Cardwell and others, BBR, ACM Queue 14(5), 2016",
            List.of(Parameter.matching(
                    "algorithm", "[a-z][a-z0-9_]{0,15}", "bbr", "the algorithm: bbr, cubic, reno, dctcp")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.parameter(
                "net.ipv4.tcp_congestion_control",
                given.text("algorithm"),
                "TCP's algorithm; containers that start later begin with it");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Wish.allOf(
                List.of(new Wanted(ground.ofContainer("net.ipv4.tcp_congestion_control"), given.text("algorithm"))));
    }
}
