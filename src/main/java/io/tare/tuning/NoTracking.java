package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import io.tare.tuning.Device.Role;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.List;

/** {@code notrack}: the outer packets of a tunnel pass the host's connection tracking untouched. */
final class NoTracking implements Tuning {
    private static final About ABOUT = new About(
            "notrack",
            "the tunnel's outer packets are not tracked as connections (a rule of netfilter's table raw for its UDP port)",
            "netfilter of the host, both ways",
            "a mode with a tunnel over UDP, and netfilter's table raw with the target CT",
            "rules that ask for the state of these packets do not match any more",
            "iptables-extensions(8), CT, --notrack",
            List.of());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(Given given) {
        return Export.command(
                        "no_tracking", "the outer packets of VXLAN tunnels that are there pass connection tracking")
                .everywhere();
    }

    @Override
    public Wish on(Ground ground, Given given) {
        List<Integer> ports = ground.in(Role.TUNNEL).stream()
                .map(Device::port)
                .filter(port -> port > 0)
                .distinct()
                .toList();
        if (ports.isEmpty()) {
            return Wish.none("the mode has no tunnel over UDP there");
        }
        if (ground.firewall().isEmpty()) {
            return Wish.none("no netfilter rules of its Engine were found, so nothing is tracked");
        }
        List<Wanted> wanted = new ArrayList<>();
        for (int port : ports) {
            for (String chain : List.of("PREROUTING", "OUTPUT")) {
                String rule = "%s --protocol udp --dport %d --jump CT --notrack".formatted(chain, port);
                wanted.add(new Wanted(new Setting.RawRule(NetworkNamespace.OWN, ground.firewall(), rule), "present"));
            }
        }
        return Wish.allOf(wanted);
    }
}
