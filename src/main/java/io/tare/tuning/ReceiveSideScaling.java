package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import io.tare.study.Parameter;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code rss}: Receive Side Scaling. The card itself spreads packets over queues, each with its interrupt. A tunnel's packets differ in their UDP source port
 * alone, so the hash has to take it in.
 */
final class ReceiveSideScaling implements Tuning {
    private static final About ABOUT = new About(
            "rss",
            "the underlay device spreads packets over more queues, by addresses and ports of UDP too (ethtool -L, -N rx-flow-hash)",
            "the network card",
            "an underlay device with several queues, or one that hashes by what it is told",
            "changing the number of queues stops the device for a moment, and more queues take more memory and interrupts",
            "Linux, Documentation/networking/scaling.rst, RSS: Receive Side Scaling; ethtool(8)",
            List.of(
                    Parameter.of(
                                    "queues",
                                    Parameter.Type.INTEGER,
                                    "0",
                                    "how many queues the underlay device has; 0 is one for each CPU")
                            .atLeast(0)
                            .atMost(1024),
                    Parameter.oneOf(
                            "udp-hash",
                            List.of("sdfn", "sd", "unchanged"),
                            "what chooses the queue of a UDP packet: addresses and ports, addresses alone, or as it is")));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command(
                "receive_queues %s %s".formatted(given.text("queues"), given.text("udp-hash")),
                "the network card's queues, and what of a UDP packet chooses one");
    }

    @Override
    public Wish on(Ground ground, Given given) {
        int asked = Integer.parseInt(given.text("queues"));
        String queues = Integer.toString(asked == 0 ? ground.cpus().cardinality() : asked);
        String hash = given.text("udp-hash");
        List<Wanted> wanted = new ArrayList<>();
        for (Device device : ground.in(Device.Role.UNDERLAY)) {
            // a driver has either queues that both receive and send, or some of each
            for (String of : List.of("Combined", "RX", "TX")) {
                wanted.add(new Wanted(new Setting.Channels(NetworkNamespace.OWN, device.name(), of), queues));
            }
            if (!hash.equals("unchanged")) {
                wanted.add(new Wanted(new Setting.FlowHash(NetworkNamespace.OWN, device.name(), "udp4"), hash));
            }
        }
        return Wish.someOf(wanted);
    }
}
