package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import java.util.List;
import java.util.stream.Stream;

/** {@code bridge-nf-call}: frames that a bridge passes on are not shown to netfilter's IP rules. */
final class BridgeNetfilter implements Tuning {
    private static final About ABOUT = new About(
            "bridge-nf-call",
            "bridged frames do not pass netfilter's IP rules (bridge-nf-call-iptables and -ip6tables are 0 where the bridge is)",
            "the bridge",
            "a mode with a bridge, and the kernel's br_netfilter",
            "Docker keeps networks apart, and publishes ports to containers of the same bridge, by such rules: only for a network that nobody else uses",
            "Linux, Documentation/networking/ip-sysctl.rst, /proc/sys/net/bridge/*",
            List.of());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command("bridged_unfiltered", "bridged frames pass no IP rules, where a bridge is")
                .everywhere();
    }

    @Override
    public Wish on(Ground ground, Given given) {
        List<NetworkNamespace> places = ground.in(Device.Role.BRIDGE).stream()
                .map(Device::namespace)
                .distinct()
                .toList();
        if (places.isEmpty()) {
            return Wish.none("the mode has no bridge there");
        }
        List<Setting> settings = places.stream()
                .flatMap(place -> Stream.of("net.bridge.bridge-nf-call-iptables", "net.bridge.bridge-nf-call-ip6tables")
                        .map(name -> Ground.parameter(place, name)))
                .toList();
        return Wish.someOf(Wish.each(settings, "0"));
    }
}
