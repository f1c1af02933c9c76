package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.study.Parameter;
import io.tare.tuning.Device.Role;
import io.tare.tuning.Wish.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code mtu}: the largest packet of the underlay, of a mode's own devices, or of both. */
final class Mtu implements Tuning {
    /** An IPv4 header without options, RFC 791, and an ICMP echo's, RFC 792, in bytes. */
    private static final int PING = 20 + 8;

    private static final About ABOUT = new About(
            "mtu",
            "the largest packet of the underlay and of the mode's own devices (mtu of each device); kept only where a packet of that size passes",
            "the devices, from the container to the underlay",
            "an underlay that carries it: all hosts, and all switches between them",
            "a packet too large for anything on the way is lost without a word",
            "ip-link(8); RFC 7348, section 4.3, on a VXLAN's MTU",
            List.of(
                    Parameter.of(
                                    "underlay",
                                    Parameter.Type.INTEGER,
                                    "0",
                                    "of the underlay device, in bytes; 0 leaves it")
                            .atLeast(0)
                            .atMost(65_535),
                    Parameter.of(
                                    "overlay",
                                    Parameter.Type.INTEGER,
                                    "0",
                                    "of the container's device, its bridge and its tunnel, in bytes; 0 leaves it")
                            .atLeast(0)
                            .atMost(65_535)));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Map<String, String> example() {
        return Map.of("overlay", "1400");
    }

    @Override
    public Export export(Given given) {
        String underlay = given.text("underlay");
        String overlay = given.text("overlay");
        Export card = Export.command(
                "of_devices mtu %s underlay".formatted(underlay),
                "the network card's MTU, which the network's own configuration (ifupdown, netplan) may set otherwise");
        Export networks = Export.not(
                "the MTU of a Docker network is given when it is made: docker network create --opt com.docker.network.driver.mtu=%s"
                        .formatted(overlay));
        if (underlay.equals("0")) {
            return overlay.equals("0") ? Export.not("neither 'underlay' nor 'overlay' is given") : networks;
        }
        return overlay.equals("0") ? card : card.and(networks);
    }

    @Override
    public Wish on(Ground ground, Given given) {
        String underlay = given.text("underlay");
        String overlay = given.text("overlay");
        List<Wanted> wanted = new ArrayList<>();
        if (!underlay.equals("0")) {
            ground.in(Role.UNDERLAY).forEach(d -> wanted.add(new Wanted(d.own("mtu"), underlay)));
        }
        // a bridge takes the smallest of its ports: these before it, and it before the container's end
        List<Role> outward = List.of(Role.TUNNEL, Role.OUTSIDE, Role.BRIDGE, Role.INSIDE);
        if (!overlay.equals("0")) {
            outward.forEach(role -> ground.in(role).forEach(d -> wanted.add(new Wanted(d.own("mtu"), overlay))));
        }
        if (wanted.isEmpty()) {
            return Wish.none(
                    overlay.equals("0")
                            ? "neither 'underlay' nor 'overlay' is given"
                            : "the mode has no devices of its own there");
        }
        Wish wish = Wish.allOf(wanted);
        if (!underlay.equals("0")) {
            wish = wish.proved(ping(NetworkNamespace.OWN, underlay, ground.other()));
        }
        if (!overlay.equals("0") && !ground.reaches().isEmpty()) {
            wish = wish.proved(ping(ground.container(), overlay, ground.reaches()));
        }
        return wish;
    }

    private static List<String> ping(NetworkNamespace from, String mtu, String to) {
        List<String> command = new ArrayList<>();
        if (!from.equals(NetworkNamespace.OWN)) {
            command.addAll(List.of("nsenter", "--net=" + from.path()));
        }
        command.addAll(List.of("ping", "-n", "-q", "-c", "1", "-W", "2", "-M", "do"));
        command.addAll(List.of("-s", Integer.toString(Math.max(0, Integer.parseInt(mtu) - PING)), to));
        return command;
    }
}
