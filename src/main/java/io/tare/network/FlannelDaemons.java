package io.tare.network;

import io.tare.host.ContainerFile;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.Undo;
import io.tare.network.FlannelSettings.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A real Flannel: flanneld on each host, an etcd on the server's, and what the CNI plugin does in a cluster done by Tare: a bridge with the leased subnet.
 * flanneld is told to leave netfilter alone; what its bridge forwards is let through as everything of Tare's is.
 */
final class FlannelDaemons {
    private static final String PROGRAM = "/usr/local/bin/flanneld";
    private static final String SUBNET_FILE = "/run/flannel/subnet.env";
    private static final String TUN = "/dev/net/tun";
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final Duration PEER = Duration.ofSeconds(40);
    private static final String REACH = "Does a firewall keep etcd's port on the server's host shut?";

    private FlannelDaemons() {}

    /** Starts all of it and waits until each host knows the way to the other; {@code program} is flanneld's file. */
    static Connection connect(Flannel flannel, byte[] program) {
        List<AutoCloseable> made = new ArrayList<>();
        try {
            int vni = flannel.freeNetwork();
            EtcdServer etcd = EtcdServer.on(flannel.server(), flannel.as(), made);
            String prefix = "/tare/" + flannel.as();
            etcd.put(
                    prefix + "/config",
                    "{\"Network\":\"%s\",\"Backend\":%s}"
                            .formatted(flannel.range(), flannel.backendConfiguration(vni)));
            Map<Host, Daemon> daemons = new LinkedHashMap<>();
            for (Host host : flannel.hosts()) {
                daemons.put(
                        host,
                        start(
                                flannel,
                                host,
                                vni,
                                List.of(
                                        PROGRAM,
                                        "--etcd-endpoints=" + etcd.endpoint(),
                                        "--etcd-prefix=" + prefix,
                                        "--iface=" + host.address(),
                                        "--subnet-file=" + SUBNET_FILE,
                                        "--iptables-forward-rules=false"),
                                program,
                                made));
            }
            Map<Host, SubnetEnv> leases = new LinkedHashMap<>();
            daemons.forEach((host, daemon) ->
                    leases.put(host, daemon.await("a lease of a subnet", LEASE, REACH, () -> lease(daemon))));
            daemons.forEach((host, daemon) -> {
                SubnetEnv peer = Objects.requireNonNull(leases.get(flannel.peerOf(host)), "lease");
                daemon.await(
                        "the route to " + peer.subnet(), PEER, REACH, () -> knows(flannel.backend(), daemon, peer));
            });
            return bridges(flannel, leases, List.copyOf(daemons.values()), made);
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
    }

    private static Daemon start(
            Flannel flannel, Host host, int vni, List<String> command, byte[] program, List<AutoCloseable> made) {
        made.addFirst(
                host.journal().before(new Undo.RemoveRoutesInto(flannel.range().toString())));
        if (flannel.backend() == Backend.VXLAN) {
            made.addFirst(host.journal().before(new Undo.RemoveDevice(Flannel.vxlanDevice(vni))));
        }
        List<String> devices = flannel.backend() == Backend.UDP ? List.of(TUN) : List.of();
        List<ContainerFile> files = List.of(ContainerFile.program(PROGRAM, program));
        return new Daemon.Start(flannel.as(), "flanneld", command, files, devices).on(host, made);
    }

    private static Connection bridges(
            Flannel flannel, Map<Host, SubnetEnv> leases, List<Daemon> daemons, List<AutoCloseable> made) {
        int mtu = leases.values().stream().mapToInt(SubnetEnv::mtu).min().orElseThrow();
        BridgedSubnets network = new BridgedSubnets(
                flannel.bridge(),
                mtu,
                "bridge + flanneld " + flannel.backend().word(),
                Optional.empty(),
                daemons,
                made);
        leases.forEach((host, lease) -> network.add(host, new Block(lease.subnet())));
        return network;
    }

    private static Optional<SubnetEnv> lease(Daemon daemon) {
        ExecResult read = daemon.run("cat", SUBNET_FILE);
        return read.exitCode() == 0 ? SubnetEnv.parse(read.stdout()) : Optional.empty();
    }

    /** Whether packets for the peer's subnet have their way: in the kernel, or, with {@code udp}, in flanneld, which says so once in its log. */
    private static Optional<Boolean> knows(Backend backend, Daemon daemon, SubnetEnv peer) {
        boolean known = backend == Backend.UDP
                ? daemon.lastWords().contains("Subnet added: " + peer.subnet())
                : !daemon.host()
                        .hand()
                        .run("ip", "-4", "route", "show", peer.subnet().toString())
                        .isBlank();
        return known ? Optional.of(true) : Optional.empty();
    }
}
