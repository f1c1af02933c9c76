package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.NetworkSpec;
import io.tare.host.Undo;
import io.tare.study.Parameter;
import io.tare.study.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ipvlan}: containers hang on the underlay's device and share its MAC address; the kernel tells them apart by their IP addresses. In {@code
 * l2} they are on the underlay's link; in {@code l3} each host has addresses of its own, and the hosts route between them.
 */
public final class IpvlanMode implements NetworkMode {
    private static final String RANGE = "10.97.1.0/24";
    private static final Parameter MODE = Parameter.oneOf(
            "mode", List.of("l2", "l3"), "whether containers are on the underlay's link, or the hosts route to them");

    @Override
    public String name() {
        return "ipvlan";
    }

    @Override
    public String summary() {
        return "containers on the underlay's device, told apart by IP address; MAC address of the host";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(MODE));
        parameters.addAll(ParentDevice.parameters(RANGE));
        return parameters;
    }

    @Override
    public Set<Placement> placements() {
        return Set.of(Placement.values());
    }

    @Override
    public Set<String> claims(Map<String, String> parameters) {
        return ParentDevice.of(parameters, RANGE).claims();
    }

    @Override
    public List<String> needs() {
        return List.of("the kernel's ipvlan");
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        return new KernelSupport(hand).makesDeviceOnAnother("ipvlan", "mode", mode(parameters))
                ? List.of()
                : List.of("the kernel of %s makes no ipvlan devices; load the module ipvlan".formatted(host));
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        List<String> found = new ArrayList<>(NetworkMode.super.obstacles(hosts, parameters));
        found.addAll(ParentDevice.of(parameters, RANGE).obstacles(hosts));
        return found;
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        String name = "tare-" + as;
        boolean routed = mode(parameters).equals("l3") && !EngineNetwork.oneHost(server, client);
        ParentDevice parent = ParentDevice.of(parameters, RANGE);
        List<AutoCloseable> made = new ArrayList<>();
        try {
            for (Host host : EngineNetwork.hosts(server, client)) {
                Map<String, String> options = Map.of("parent", parent.on(host), "ipvlan_mode", mode(parameters));
                String all = parent.addresses().toString();
                String part = parent.part(host, server);
                NetworkSpec plain = NetworkSpec.of(name, "ipvlan", options);
                EngineNetwork.make(host, routed ? plain.addressed(part, null) : plain.addressed(all, part), made);
            }
            if (routed) {
                route(server, parent.part(client, server), client, made);
                route(client, parent.part(server, server), server, made);
            }
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new EngineNetwork(name, "ipvlan " + mode(parameters), made);
    }

    /** What a container sends is routed by its host (the kernel's {@code l3} mode looks there), which so has to know the other's addresses. */
    private static void route(Host host, String addresses, Host other, List<AutoCloseable> made) {
        made.addFirst(host.journal().before(new Undo.RemoveRoute(List.of(addresses, "via", other.address()))));
        host.hand().run("ip", "route", "add", addresses, "via", other.address());
    }

    private static String mode(Map<String, String> parameters) {
        return parameters.getOrDefault("mode", "l2");
    }
}
