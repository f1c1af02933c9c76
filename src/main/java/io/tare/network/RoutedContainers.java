package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Containers without a bridge: each has one address (/32), a veth pair whose outside is a router for it, and a route on its host. The gateway
 * 169.254.1.1 is nobody's address; the host answers for it (proxy ARP). So does Calico's CNI plugin ({@code
 * cni-plugin/pkg/dataplane/linux/dataplane_linux.go}).
 */
final class RoutedContainers implements Connection {
    private static final String GATEWAY = "169.254.1.1";
    private static final String MAC = "ee:ee:ee:ee:ee:ee";
    private static final String INSIDE = "eth0";
    private static final int FIRST = 2; // a tunnel's device has the first

    private final Map<String, Block> blocks;
    private final int mtu;
    private final String dataPath;
    private final String standIn;
    private final List<Daemon> daemons;
    private final List<AutoCloseable> made;
    private final Map<String, AtomicInteger> next = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /**
     * Takes over what was made, which closing undoes.
     *
     * @param blocks what each host gives addresses from, by its name
     * @param mtu of the containers in bytes
     * @param daemons without which it carries nothing, or soon will not
     * @param made the steps that undo what was made, newest first
     */
    RoutedContainers(
            Map<String, Block> blocks,
            int mtu,
            String dataPath,
            String standIn,
            List<Daemon> daemons,
            List<AutoCloseable> made) {
        this.blocks = blocks;
        this.mtu = mtu;
        this.dataPath = dataPath;
        this.standIn = standIn;
        this.daemons = List.copyOf(daemons);
        this.made = made;
    }

    @Override
    public String dataPath() {
        return dataPath;
    }

    @Override
    public Optional<String> standIn() {
        return Optional.of(standIn);
    }

    @Override
    public Optional<String> fault() {
        return Daemon.fault(daemons);
    }

    @Override
    public ContainerSpec server(ContainerSpec base, List<Publish> ports) {
        return base.onNetwork("none");
    }

    @Override
    public ContainerSpec client(ContainerSpec base) {
        return base.onNetwork("none");
    }

    @Override
    public void attach(Host host, Container container) {
        Block block = Objects.requireNonNull(blocks.get(host.name()), host.name());
        String address = block.address(
                next.computeIfAbsent(host.name(), _ -> new AtomicInteger(FIRST)).getAndIncrement());
        Hand hand = host.hand();
        Veth veth = Veth.plug(host, container, "cali", INSIDE, address + "/32", mtu);
        hand.run("ip", "link", "set", "dev", veth.outside(), "address", MAC);
        hand.run(
                "sysctl",
                "--quiet",
                "--write",
                "net.ipv4.conf.%s.route_localnet=1".formatted(veth.outside()),
                "net.ipv4.neigh.%s.proxy_delay=0".formatted(veth.outside()),
                "net.ipv4.conf.%s.proxy_arp=1".formatted(veth.outside()),
                "net.ipv4.conf.%s.forwarding=1".formatted(veth.outside()),
                "net.ipv4.conf.%s.rp_filter=1".formatted(veth.outside()));
        veth.in("ip", "route", "add", GATEWAY, "dev", INSIDE, "scope", "link");
        veth.in("ip", "route", "add", "default", "via", GATEWAY, "dev", INSIDE);
        if (!answersForGateway(hand)) {
            veth.in("ip", "neighbour", "add", GATEWAY, "lladdr", MAC, "dev", INSIDE, "nud", "permanent");
        }
        hand.run("ip", "route", "add", address + "/32", "dev", veth.outside(), "scope", "link");
        addresses.put(container.id(), address);
    }

    /** The kernel answers by proxy for what it has a route to alone; a host with no default route, as a lab's, has none to the gateway. */
    private static boolean answersForGateway(Hand hand) {
        return hand.run(List.of("ip", "-4", "route", "get", GATEWAY), Duration.ofSeconds(10))
                        .exitCode()
                == 0;
    }

    @Override
    public String reach(Container server) {
        String address = addresses.get(server.id());
        if (address == null) {
            throw new HostException("The server container %s was given no address and no route, so nothing reaches it."
                    .formatted(server.name()));
        }
        return address;
    }

    @Override
    public void close() {
        Undoing.all(made, null);
    }
}
