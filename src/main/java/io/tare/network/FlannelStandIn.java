package io.tare.network;

import io.tare.host.Host;
import io.tare.host.Undo;
import io.tare.network.FlannelSettings.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel entries of flanneld's backends {@code vxlan} and {@code host-gw} without flanneld (its {@code pkg/backend/vxlan} and {@code
 * pkg/backend/hostgw} at v0.28.9): a device or none, and one route for the other host's subnet.
 */
final class FlannelStandIn {
    private FlannelStandIn() {}

    /** {@code why} flanneld does not run, in a clause. */
    static Connection connect(Flannel flannel, String why) {
        List<AutoCloseable> made = new ArrayList<>();
        // flanneld leaves the first subnet out, whose network address is the range's own
        Map<Host, Block> blocks = Map.of(
                flannel.server(), Block.of(flannel.range(), 1, flannel.subnetLength()),
                flannel.client(), Block.of(flannel.range(), 2, flannel.subnetLength()));
        try {
            int mtu = PathMtu.between(flannel.server(), flannel.client());
            if (flannel.backend() == Backend.VXLAN) {
                mtu -= VxlanDevice.HEADERS;
                tunnel(flannel, blocks, made);
            } else {
                route(flannel, blocks, made);
            }
            BridgedSubnets network = new BridgedSubnets(
                    flannel.bridge(),
                    mtu,
                    "%s without flanneld".formatted(flannel.backend().word()),
                    Optional.of(
                            "flanneld did not run (%s); Tare wrote the kernel entries that it makes for %s, which alone carry the packets"
                                    .formatted(why, flannel.backend().word())),
                    List.of(),
                    made);
            flannel.hosts().forEach(host -> network.add(host, block(blocks, host)));
            return network;
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
    }

    private static void tunnel(Flannel flannel, Map<Host, Block> blocks, List<AutoCloseable> made) {
        VxlanDevice.Tunnel tunnel = flannel.tunnel(flannel.freeNetwork());
        Block servers = block(blocks, flannel.server());
        Block clients = block(blocks, flannel.client());
        VxlanDevice atServer = tunnel.on(flannel.server(), servers.network(), made);
        VxlanDevice atClient = tunnel.on(flannel.client(), clients.network(), made);
        atServer.route(clients.toString(), atClient);
        atClient.route(servers.toString(), atServer);
    }

    private static void route(Flannel flannel, Map<Host, Block> blocks, List<AutoCloseable> made) {
        for (Host host : flannel.hosts()) {
            Host peer = flannel.peerOf(host);
            String to = block(blocks, peer).toString();
            List<String> route = List.of(to, "via", peer.address(), "dev", host.underlay());
            made.addFirst(host.journal().before(new Undo.RemoveRoute(route)));
            host.hand().run("ip", "route", "add", to, "via", peer.address(), "dev", host.underlay());
        }
    }

    private static Block block(Map<Host, Block> blocks, Host host) {
        return java.util.Objects.requireNonNull(blocks.get(host), host.name());
    }
}
