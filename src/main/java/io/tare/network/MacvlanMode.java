package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.NetworkSpec;
import io.tare.study.Parameter;
import io.tare.study.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code macvlan}: each container has a device with a MAC address of its own on the underlay's link, in the kernel's {@code bridge} mode. No
 * bridge, no address translation and no tunnel; but the link has to carry frames of addresses that are not the hosts' own.
 */
public final class MacvlanMode implements NetworkMode {
    private static final String RANGE = "10.97.0.0/24";

    @Override
    public String name() {
        return "macvlan";
    }

    @Override
    public String summary() {
        return "containers on the underlay's link itself, each with a MAC address of its own";
    }

    @Override
    public List<Parameter> parameters() {
        return ParentDevice.parameters(RANGE);
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
        return List.of(
                "the kernel's macvlan", "an underlay that carries frames of other MAC addresses than the hosts'");
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        return new KernelSupport(hand).makesDeviceOnAnother("macvlan", "mode", "bridge")
                ? List.of()
                : List.of("the kernel of %s makes no macvlan devices; load the module macvlan".formatted(host));
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
        ParentDevice parent = ParentDevice.of(parameters, RANGE);
        List<AutoCloseable> made = new ArrayList<>();
        try {
            for (Host host : EngineNetwork.hosts(server, client)) {
                Map<String, String> options = Map.of("parent", parent.on(host), "macvlan_mode", "bridge");
                EngineNetwork.make(
                        host,
                        NetworkSpec.of(name, "macvlan", options)
                                .addressed(parent.addresses().toString(), parent.part(host, server)),
                        made);
            }
        } catch (RuntimeException failed) {
            Undoing.all(made, failed);
            throw failed;
        }
        return new EngineNetwork(name, "macvlan", made) {
            @Override
            public String whenUnreached() {
                return "macvlan needs a link that carries frames of MAC addresses it has not seen; most clouds and many Wi-Fi and "
                        + "virtual machine networks drop them: allow them there, or take ipvlan, whose frames carry the host's own";
            }
        };
    }
}
