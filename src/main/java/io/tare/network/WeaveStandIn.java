package io.tare.network;

import io.tare.host.Host;
import io.tare.host.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's own VXLAN between the bridges of a {@code weave} mode, set as Weave Net's fast data path sets the headers of its packets: its port, its
 * network identifiers, no checksum, don't-fragment, TTL 64, no learning of who is where.
 *
 * @param because why Weave's router does not run, as a clause
 */
record WeaveStandIn(WeaveNames names, AddressRange range, WeavePorts ports, String because)
        implements WeaveBridge.Carrier {
    static final String NAME = "fastdp-equivalent";

    /** The mode between the hosts; undone again where that fails. */
    Connection between(Host server, Host client) {
        int mtu = WeaveSettings.mtu(server, client);
        List<AutoCloseable> made = new ArrayList<>();
        try {
            make(server, 1, client, 2, mtu, made);
            make(client, 2, server, 1, mtu, made);
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new WeaveBridge(names.bridge(), range, mtu, this, made);
    }

    private void make(Host host, int self, Host peer, int other, int mtu, List<AutoCloseable> made) {
        String bytes = Integer.toString(mtu);
        made.addFirst(host.journal().before(new Undo.RemoveDevice(names.bridge())));
        host.hand().run("ip", "link", "add", "name", names.bridge(), "address", names.peer(self), "type", "bridge");
        made.addFirst(host.journal().before(new Undo.RemoveDevice(names.vxlan())));
        host.hand()
                .run(
                        "ip",
                        "link",
                        "add",
                        "name",
                        names.vxlan(),
                        "mtu",
                        bytes,
                        "type",
                        "vxlan",
                        "id",
                        Integer.toString(names.vni(other, self)),
                        "local",
                        host.address(),
                        "dstport",
                        Integer.toString(ports.vxlan()),
                        "ttl",
                        "64",
                        "df",
                        "set",
                        "noudpcsum",
                        "nolearning");
        // everything goes to the one peer there is, under the identifier of that direction
        host.hand()
                .run(
                        "bridge",
                        "fdb",
                        "append",
                        "00:00:00:00:00:00",
                        "dev",
                        names.vxlan(),
                        "dst",
                        peer.address(),
                        "vni",
                        Integer.toString(names.vni(self, other)));
        host.hand().run("ip", "link", "set", "dev", names.vxlan(), "master", names.bridge());
        host.hand().run("ip", "link", "set", "dev", names.vxlan(), "up");
        host.hand().run("ip", "link", "set", "dev", names.bridge(), "mtu", bytes, "up");
        Firewall.of(host).letThrough(names.bridge(), made);
    }

    @Override
    public String dataPath() {
        return NAME;
    }

    @Override
    public Optional<String> standIn() {
        return Optional.of(
                "Weave Net's router did not run: %s. A kernel VXLAN device with the settings of its fast data path (%s) carried the packets between the same bridges."
                        .formatted(because, NAME));
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public boolean offloadsChecksums() {
        return true;
    }
}
