package io.tare.network;

import io.tare.host.Container;
import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.HostException;
import java.util.ArrayList;
import java.util.List;

/**
 * A veth pair from a host into a running container: what the Engine makes for its own networks, made for those that it knows nothing of.
 * The kernel takes both ends away with the container's network namespace.
 *
 * @param outside the end on the host
 * @param inside the end in the container
 * @param pid the container's process, as the host's hand sees it
 */
record Veth(Hand hand, String outside, String inside, long pid) {
    private static final int ID = 10;

    /** Makes the pair with both ends up. {@code mtu} is that of both ends, {@code address} the inside's with its prefix length. */
    static Veth plug(Host host, Container container, String inside, String address, int mtu) {
        return plug(host, container, "tare", inside, address, mtu);
    }

    /** As above, with a beginning of 4 characters for the outside's name, the rest of which is the container's id. */
    static Veth plug(Host host, Container container, String beginning, String inside, String address, int mtu) {
        long pid = container.state().pid();
        if (pid == 0) {
            throw new HostException(
                    "Container %s on %s ended before it could be joined to its network; its last words: %s"
                            .formatted(container.name(), host.name(), container.logs(8)));
        }
        String outside = beginning
                + container.id().substring(0, Math.min(ID, container.id().length()));
        Veth veth = new Veth(host.hand(), outside, inside, pid);
        String bytes = Integer.toString(mtu);
        veth.hand.run(
                "ip",
                "link",
                "add",
                "name",
                outside,
                "mtu",
                bytes,
                "type",
                "veth",
                "peer",
                "name",
                inside,
                "mtu",
                bytes,
                "netns",
                Long.toString(pid));
        veth.in("ip", "address", "add", address, "dev", inside);
        veth.in("ip", "link", "set", "dev", inside, "up");
        veth.hand.run("ip", "link", "set", "dev", outside, "up");
        return veth;
    }

    /** Makes the outside a port of a bridge. */
    Veth onBridge(String bridge) {
        hand.run("ip", "link", "set", "dev", outside, "master", bridge);
        return this;
    }

    /** Tells the network where the inside's address is: a gratuitous ARP, which the kernel sends as the link comes up. */
    void announce() {
        in("sysctl", "--quiet", "--write", "net.ipv4.conf." + inside + ".arp_notify=1");
        in("ip", "link", "set", "dev", inside, "down");
        in("ip", "link", "set", "dev", inside, "up");
    }

    /** Runs a command in the container's network namespace, with the hand's programs. */
    String in(String... command) {
        List<String> all = new ArrayList<>(List.of("nsenter", "--net=/proc/" + pid + "/ns/net"));
        all.addAll(List.of(command));
        return hand.run(all.toArray(String[]::new));
    }
}
