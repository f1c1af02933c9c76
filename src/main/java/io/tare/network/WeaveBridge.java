package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.host.HostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Containers on the bridges of a {@code weave} mode, one bridge a host. A container is attached as Weave Net attaches it: a veth pair whose inside is
 * {@code ethwe}, with the neighbour timeouts of {@code net/arp.go}, a gratuitous ARP, and where the router itself carries the packets without
 * checksum offload (it reads them before any device could put the checksum in).
 */
final class WeaveBridge implements Connection {
    private static final String INSIDE = "ethwe";

    private final String bridge;
    private final AddressRange range;
    private final int mtu;
    private final Carrier carrier;
    private final List<AutoCloseable> made;
    private final AtomicInteger given = new AtomicInteger();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** What is behind the bridges. */
    interface Carrier {
        String dataPath();

        /** See {@link Connection#standIn()}. */
        Optional<String> standIn();

        /** See {@link Connection#fault()}. */
        Optional<String> fault();

        /** Whether the kernel may leave a packet's checksum to a device. */
        boolean offloadsChecksums();
    }

    /** {@code mtu} is the containers', in bytes; {@code made} the steps that undo what was made, in their order. */
    WeaveBridge(String bridge, AddressRange range, int mtu, Carrier carrier, List<AutoCloseable> made) {
        this.bridge = bridge;
        this.range = range;
        this.mtu = mtu;
        this.carrier = carrier;
        this.made = made;
    }

    @Override
    public String dataPath() {
        return carrier.dataPath();
    }

    @Override
    public Optional<String> standIn() {
        return carrier.standIn();
    }

    @Override
    public Optional<String> fault() {
        return carrier.fault();
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
        String address = range.address(given.incrementAndGet());
        Veth veth = Veth.plug(host, container, INSIDE, address, mtu).onBridge(bridge);
        veth.in(
                "sysctl",
                "--quiet",
                "--write",
                "net.ipv4.neigh." + INSIDE + ".base_reachable_time_ms=5000",
                "net.ipv4.neigh." + INSIDE + ".delay_first_probe_time=2",
                "net.ipv4.neigh." + INSIDE + ".ucast_solicit=1");
        if (!carrier.offloadsChecksums()) {
            veth.in("ethtool", "--offload", INSIDE, "tx", "off");
        }
        veth.announce();
        addresses.put(container.id(), address.replaceFirst("/.*", ""));
    }

    @Override
    public String reach(Container server) {
        String address = addresses.get(server.id());
        if (address == null) {
            throw new HostException(
                    "The server container %s was not joined to the bridge %s, so it has no address there."
                            .formatted(server.name(), bridge));
        }
        return address;
    }

    @Override
    public void close() {
        Undoing.all(made, null);
    }
}
