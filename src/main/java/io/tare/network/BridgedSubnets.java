package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Undo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bridge on each host with a subnet of its own, and routes between them that something else has made. Containers hang on the bridge by a veth pair and
 * have it as their default route, as the CNI plugin {@code bridge} does it for Flannel.
 */
final class BridgedSubnets implements Connection {
    private static final String INSIDE = "eth0";
    private static final int FIRST = 2; // the bridge itself has the first

    private final String bridge;
    private final int mtu;
    private final String dataPath;
    private final Optional<String> standIn;
    private final List<Daemon> daemons;
    private final List<AutoCloseable> made;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<String, AtomicInteger> next = new HashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /**
     * Takes over what was made, which closing undoes.
     *
     * @param mtu of the containers and bridges in bytes
     * @param daemons without which it carries nothing, or soon will not
     * @param made the steps that undo what was made, newest first
     */
    BridgedSubnets(
            String bridge,
            int mtu,
            String dataPath,
            Optional<String> standIn,
            List<Daemon> daemons,
            List<AutoCloseable> made) {
        this.bridge = bridge;
        this.mtu = mtu;
        this.dataPath = dataPath;
        this.standIn = standIn;
        this.daemons = List.copyOf(daemons);
        this.made = made;
    }

    /** Makes the bridge of a host, with the first address of its block, and lets its packets through. */
    void add(Host host, Block block) {
        blocks.put(host.name(), block);
        next.put(host.name(), new AtomicInteger(FIRST));
        made.addFirst(host.journal().before(new Undo.RemoveDevice(bridge)));
        host.hand().run("ip", "link", "add", "name", bridge, "mtu", Integer.toString(mtu), "type", "bridge");
        host.hand().run("ip", "address", "add", block.range().address(1), "dev", bridge);
        host.hand().run("ip", "link", "set", "dev", bridge, "up");
        Firewall.of(host).letThrough(bridge, made);
    }

    @Override
    public String dataPath() {
        return dataPath;
    }

    @Override
    public Optional<String> standIn() {
        return standIn;
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
        int number = Objects.requireNonNull(next.get(host.name()), host.name()).getAndIncrement();
        Veth.plug(host, container, INSIDE, block.range().address(number), mtu)
                .onBridge(bridge)
                .in("ip", "route", "add", "default", "via", block.address(1), "dev", INSIDE);
        addresses.put(container.id(), block.address(number));
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
