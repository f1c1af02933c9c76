package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.NetworkSpec;
import io.tare.host.Undo;
import io.tare.study.Parameter;
import io.tare.study.Placement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code overlay}: Docker's own overlay network, VXLAN (RFC 7348) between the hosts' underlay addresses, controlled by Swarm. The mode
 * makes the swarm, with the server's host as its manager, and leaves it. A host that is in a swarm of the user's already is used as it is.
 *
 * <p>Docker's driver is told the MTU of the underlay and takes off itself what the tunnel adds: 50 bytes for VXLAN (Ethernet 14, IP 20, UDP 8, VXLAN 8),
 * and where encrypted 26 more for ESP (SPI 4, sequence 4, IV 8, pad length 1, next header 1, ICV 8), rounded down to a multiple of 4 (its {@code
 * maxMTU} and {@code pktExpansion}; ESP is RFC 4303, AES-GCM in it RFC 4106): 1450 and 1424 on an underlay of 1500.
 */
public final class OverlayMode implements NetworkMode {
    private static final Parameter ENCRYPTED =
            Parameter.of("encrypted", Parameter.Type.BOOLEAN, "false", "IPsec ESP around every VXLAN packet");

    @Override
    public String name() {
        return "overlay";
    }

    @Override
    public String summary() {
        return "Docker's overlay: VXLAN between the hosts, controlled by Swarm";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(ENCRYPTED);
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.values());
    }

    @Override
    public List<String> needs() {
        return List.of(
                "the kernel's vxlan",
                "TCP 2377, TCP and UDP 7946 and UDP 4789 between the hosts",
                "for encrypted: the kernel's ESP");
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        KernelSupport kernel = new KernelSupport(hand);
        List<String> found = new ArrayList<>();
        if (!kernel.makesDevice("vxlan", "id", "1", "dstport", "4789")) {
            found.add("the kernel of %s makes no vxlan devices; load the module vxlan".formatted(host));
        }
        if (encrypted(parameters) && !kernel.hasEsp()) {
            found.add(
                    "the kernel of %s has no ESP, which 'encrypted: true' needs; load the module esp4, or measure without it"
                            .formatted(host));
        }
        return found;
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        List<String> found = new ArrayList<>(NetworkMode.super.obstacles(hosts, parameters));
        List<String> states =
                hosts.stream().map(h -> h.engine().swarmState()).distinct().toList();
        if (states.size() > 1 || !List.of("active", "inactive").containsAll(states)) {
            found.add("the hosts are not in one swarm, nor all in none (%s); 'docker swarm leave' where one is"
                    .formatted(hosts.stream()
                            .map(h -> h.name() + ": " + h.engine().swarmState())
                            .collect(Collectors.joining(", "))));
        }
        return found;
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        String name = "tare-" + as;
        boolean oneHost = EngineNetwork.oneHost(server, client);
        Map<String, String> options = new HashMap<>(PathMtu.option(PathMtu.between(server, client)));
        if (encrypted(parameters)) {
            options.put("encrypted", "true");
        }
        List<AutoCloseable> made = new ArrayList<>();
        try {
            if (server.engine().swarmState().equals("inactive")) {
                made.addFirst(server.journal().before(new Undo.LeaveSwarm()));
                String token = server.engine().initSwarm(server.address());
                if (!oneHost) {
                    made.addFirst(client.journal().before(new Undo.LeaveSwarm()));
                    client.engine().joinSwarm(token, server.address(), client.address());
                }
            }
            EngineNetwork.make(server, NetworkSpec.of(name, "overlay", options).toAttach(), made);
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new EngineNetwork(name, dataPath(oneHost, encrypted(parameters)), made);
    }

    private static String dataPath(boolean oneHost, boolean encrypted) {
        if (oneHost) {
            return "overlay's bridge, no vxlan"; // nor ESP: both are for what leaves the host
        }
        return encrypted ? "vxlan + esp" : "vxlan";
    }

    private static boolean encrypted(Map<String, String> parameters) {
        return Boolean.parseBoolean(parameters.getOrDefault("encrypted", "false"));
    }
}
