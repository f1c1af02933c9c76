package io.tare.network;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Undo;
import io.tare.network.CalicoSettings.DataPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Routing in Calico's manner between two hosts, about to be set up: each host has a block of 64 addresses, and one route leads to the other's block.
 * {@code as} is the mode's name in the study.
 */
record Calico(String as, DataPath dataPath, AddressRange range, Host server, Host client) {
    private static final int BLOCK = 26;
    private static final int BGP_PORT = 179;

    /**
     * Calico's own is 4096, where Docker begins to count its overlay networks on the same port; the kernel has each pair of network and port once. From
     * here down nothing of Docker's is met, now or later, and the kernel shares the port.
     */
    private static final int VNI = 4095;

    private static final int VXLAN_PORT = 4789;
    private static final int LEAST_VNI = VNI - 63;

    /** What Calico's agent marks its routes with. */
    private static final String PROTOCOL = "80";

    Connection connect() {
        List<AutoCloseable> made = new ArrayList<>();
        int mtu = PathMtu.between(server, client) - dataPath.headers();
        Block servers = Block.of(range, 0, BLOCK);
        Block clients = Block.of(range, 1, BLOCK);
        try {
            for (Host host : List.of(server, client)) {
                made.addFirst(host.journal().before(new Undo.RemoveRoutesInto(range.toString())));
                Firewall firewall = Firewall.of(host);
                firewall.insert(
                        "filter", List.of("DOCKER-USER", "--source", range.toString(), "--jump", "ACCEPT"), made);
                firewall.insert(
                        "filter", List.of("DOCKER-USER", "--destination", range.toString(), "--jump", "ACCEPT"), made);
            }
            List<Daemon> daemons = switch (dataPath) {
                case BGP -> mesh(servers, clients, made);
                case VXLAN -> vxlan(servers, clients, mtu, made);
                case IPIP -> ipip(servers, clients, mtu, made);
            };
            Map<String, Block> blocks = Map.of(server.name(), servers, client.name(), clients);
            return new RoutedContainers(blocks, mtu, dataPath.carriedBy(), standIn(), daemons, made);
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
    }

    private List<Daemon> mesh(Block servers, Block clients, List<AutoCloseable> made) {
        int port = FreePort.of(List.of(server, client), "tcp", BGP_PORT, 1000);
        BirdMesh atServer = BirdMesh.on(server, servers, client, clients, port, as, made);
        BirdMesh atClient = BirdMesh.on(client, clients, server, servers, port, as, made);
        atServer.awaitEstablished();
        atClient.awaitEstablished();
        return List.of(atServer.daemon(), atClient.daemon());
    }

    private List<Daemon> vxlan(Block servers, Block clients, int mtu, List<AutoCloseable> made) {
        VxlanDevice.Tunnel tunnel = new VxlanDevice.Tunnel(DeviceName.of("vxlan", as), freeNetwork(), VXLAN_PORT, mtu);
        VxlanDevice atServer = tunnel.on(server, servers.address(1), made);
        VxlanDevice atClient = tunnel.on(client, clients.address(1), made);
        blackhole(server, servers);
        blackhole(client, clients);
        atServer.route(clients.toString(), atClient);
        atClient.route(servers.toString(), atServer);
        return List.of();
    }

    private List<Daemon> ipip(Block servers, Block clients, int mtu, List<AutoCloseable> made) {
        ipip(server, servers, client, clients, mtu, made);
        ipip(client, clients, server, servers, mtu, made);
        return List.of();
    }

    private void ipip(Host host, Block own, Host peer, Block peers, int mtu, List<AutoCloseable> made) {
        String device = DeviceName.of("tunl", as);
        made.addFirst(host.journal().before(new Undo.RemoveDevice(device)));
        host.hand()
                .run(
                        "ip",
                        "link",
                        "add",
                        "name",
                        device,
                        "mtu",
                        Integer.toString(mtu),
                        "type",
                        "ipip",
                        "local",
                        host.address());
        host.hand().run("ip", "address", "add", own.address(1) + "/32", "dev", device);
        host.hand().run("ip", "link", "set", "dev", device, "up");
        blackhole(host, own);
        host.hand()
                .run(
                        "ip",
                        "route",
                        "add",
                        peers.toString(),
                        "via",
                        peer.address(),
                        "dev",
                        device,
                        "onlink",
                        "proto",
                        PROTOCOL);
    }

    /** What is for an address of the host's own block that no container has goes nowhere. */
    private static void blackhole(Host host, Block own) {
        host.hand().run("ip", "route", "add", "blackhole", own.toString(), "proto", PROTOCOL);
    }

    private int freeNetwork() {
        List<String> devices = List.of(server, client).stream()
                .map(host -> host.hand().run("ip", "-details", "link", "show", "type", "vxlan"))
                .toList();
        return IntStream.iterate(VNI, vni -> vni >= LEAST_VNI, vni -> vni - 1)
                .filter(vni -> devices.stream().noneMatch(shown -> shown.contains("vxlan id " + vni + " ")))
                .findFirst()
                .orElseThrow(() -> new HostException(
                        "The hosts have devices of all VXLAN networks from %d to %d; remove some ('ip link show type vxlan')."
                                .formatted(LEAST_VNI, VNI)));
    }

    private String standIn() {
        String routes = dataPath == DataPath.BGP
                ? "routes that two Debian BIRDs exchanged as an AS 64512 mesh"
                : "routes that Tare wrote";
        return "Calico's agent Felix and its policies did not run; packets went the way Calico sends them, by %s to veths with proxy ARP and no bridge"
                .formatted(routes);
    }
}
