package io.tare.network;

import io.tare.host.Host;
import io.tare.host.Undo;
import java.util.List;

/**
 * A VXLAN device (RFC 7348) that is routed into, as Flannel and Calico make theirs: it learns nothing, answers nothing and floods nothing; for every other host it
 * has one route, one neighbour and one forwarding entry, written by whoever controls it. The kernel takes these away with the device.
 *
 * @param address its own, which stands for the host's block of addresses
 * @param mac of the device
 */
record VxlanDevice(Host host, String name, String address, String mac) {
    /** The outer Ethernet, IP, UDP and VXLAN headers, in bytes. */
    static final int HEADERS = 14 + 20 + 8 + 8;

    /** What both ends have in common; {@code mtu} is the device's, in bytes. */
    record Tunnel(String name, int vni, int port, int mtu) {
        /** Makes the device of one host. Its undoing is put first in {@code made}. */
        VxlanDevice on(Host host, String address, List<AutoCloseable> made) {
            made.addFirst(host.journal().before(new Undo.RemoveDevice(name)));
            host.hand()
                    .run(
                            "ip",
                            "link",
                            "add",
                            "name",
                            name,
                            "mtu",
                            Integer.toString(mtu),
                            "type",
                            "vxlan",
                            "id",
                            Integer.toString(vni),
                            "dev",
                            host.underlay(),
                            "local",
                            host.address(),
                            "dstport",
                            Integer.toString(port),
                            "nolearning");
            host.hand().run("ip", "address", "add", address + "/32", "dev", name);
            host.hand().run("ip", "link", "set", "dev", name, "up");
            String mac = host.hand().run("cat", "/sys/class/net/%s/address".formatted(name));
            return new VxlanDevice(host, name, address, mac.strip());
        }
    }

    /** Sends what is for {@code block} through the tunnel to its other end. */
    void route(String block, VxlanDevice to) {
        host.hand().run("ip", "neighbour", "replace", to.address, "lladdr", to.mac, "dev", name, "nud", "permanent");
        host.hand().run("bridge", "fdb", "replace", to.mac, "dev", name, "dst", to.host.address(), "self", "permanent");
        host.hand().run("ip", "route", "add", block, "via", to.address, "dev", name, "onlink");
    }
}
