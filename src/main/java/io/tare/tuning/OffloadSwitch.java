package io.tare.tuning;

import io.tare.host.Setting;
import io.tare.study.Parameter;
import java.util.List;

/** An offload of network devices, switched on or off: {@code gro}, {@code gso}, {@code tso}, {@code tunnel-offload}. */
final class OffloadSwitch implements Tuning {
    private final About about;
    private final List<String> features;

    private OffloadSwitch(String name, String summary, String layer, String risk, String source, String... features) {
        this.features = List.of(features);
        this.about = new About(
                name,
                "%s (%s)".formatted(summary, String.join(", ", features)),
                layer,
                "devices whose driver can switch it",
                risk,
                source,
                List.of(
                        Parameter.oneOf("state", List.of("on", "off"), "on or off"),
                        Devices.parameter("the devices that are switched")));
    }

    /** Generic Receive Offload: received packets of a flow are joined before the protocols see them. */
    static OffloadSwitch receive() {
        return new OffloadSwitch(
                "gro",
                "received packets of one flow are joined to a large one before the protocols see them, or not; a veth device gets a receive queue of its own with it",
                "receiving, before the protocols",
                "joining waits for more packets: latency of small messages may rise",
                "Linux, Documentation/networking/segmentation-offloads.rst, Generic Receive Offload",
                "generic-receive-offload");
    }

    /** Generic Segmentation Offload: large packets are cut as late as possible. */
    static OffloadSwitch segmentation() {
        return new OffloadSwitch(
                "gso",
                "large packets are cut as late as possible, or by the protocol itself",
                "sending, below the protocols",
                "off, each packet of at most the MTU goes the whole way by itself",
                "Linux, Documentation/networking/segmentation-offloads.rst, Generic Segmentation Offload",
                "generic-segmentation-offload");
    }

    /** TCP Segmentation Offload: the device cuts TCP's large packets. */
    static OffloadSwitch tcpSegmentation() {
        return new OffloadSwitch(
                "tso",
                "the device cuts TCP's large packets, or the kernel does",
                "sending, the network card",
                "off, the CPU cuts; on, a few drivers are known to stall",
                "Linux, Documentation/networking/segmentation-offloads.rst, TCP Segmentation Offload",
                "tcp-segmentation-offload");
    }

    /** Segmentation of what is inside of a UDP tunnel. */
    static OffloadSwitch tunnel() {
        return new OffloadSwitch(
                "tunnel-offload",
                "the device cuts the packets inside of UDP tunnels such as VXLAN, or the kernel does, for each packet",
                "sending, the network card",
                "in a namespace lab a veth underlay has it for nothing, so that the tunnel looks free; few real cards are as good",
                "Linux, Documentation/networking/segmentation-offloads.rst, IPIP, SIT, GRE, UDP Tunnel, and Remote Checksum Offloads",
                "tx-udp_tnl-segmentation",
                "tx-udp_tnl-csum-segmentation");
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public Export export(Given given) {
        return features.stream()
                .map(feature -> Export.command(
                        "offload %s %s %s".formatted(feature, given.text("state"), Export.roles(given)),
                        "%s is %s".formatted(feature, given.text("state"))))
                .reduce(Export::and)
                .orElseThrow();
    }

    @Override
    public Wish on(Ground ground, Given given) {
        return Devices.each(
                ground,
                given,
                device -> features.stream()
                        .map(feature -> (Setting) new Setting.Offload(device.namespace(), device.name(), feature))
                        .toList(),
                given.text("state"));
    }
}
