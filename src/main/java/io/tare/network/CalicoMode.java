package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.network.CalicoSettings.DataPath;
import io.tare.study.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code calico}: containers are routed to, each with a route of its own on its host and no bridge anywhere; hosts tell each other their blocks of addresses
 * by BGP, or have a tunnel between them. This is Calico's way of a packet without Calico's agent: no policies, no datastore.
 */
public final class CalicoMode implements NetworkMode {
    @Override
    public String name() {
        return "calico";
    }

    @Override
    public String summary() {
        return "routing in Calico's manner: a route a container, no bridge; hosts joined by BGP, VXLAN or IP in IP";
    }

    @Override
    public List<Parameter> parameters() {
        return CalicoSettings.PARAMETERS;
    }

    @Override
    public List<String> needs() {
        return List.of(
                "for bgp: TCP 179 between the hosts, which are on one Ethernet, and no other BIRD on them",
                "for vxlan: the kernel's vxlan, UDP 4789 between the hosts",
                "for ipip: the kernel's ipip, IP protocol 4 between the hosts");
    }

    @Override
    public Set<String> claims(Map<String, String> parameters) {
        return switch (CalicoSettings.of(parameters).dataPath()) {
            case BGP -> Set.of("the kernel routes of a BIRD"); // each takes away those that it did not write
            case IPIP -> Set.of("the ipip device without a remote end");
            case VXLAN -> Set.of();
        };
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        KernelSupport kernel = new KernelSupport(hand);
        return switch (CalicoSettings.of(parameters).dataPath()) {
            case BGP -> List.of();
            case VXLAN ->
                kernel.makesDevice("vxlan", "id", "1", "dstport", "4789")
                        ? List.of()
                        : List.of("the kernel of %s makes no vxlan devices; load the module vxlan".formatted(host));
            case IPIP ->
                kernel.makesDevice("ipip", "local", "192.0.2.1")
                        ? List.of()
                        : List.of(
                                "the kernel of %s makes no ipip devices; load the module ipip, or choose another data-path"
                                        .formatted(host));
        };
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        List<String> found = new ArrayList<>();
        for (Host host : hosts) {
            found.addAll(lacks(host.name(), host.hand(), parameters));
            if (CalicoSettings.of(parameters).dataPath() == DataPath.BGP
                    && !host.hand()
                            .run("ip", "-4", "route", "show", "proto", "bird")
                            .isBlank()) {
                found.add(
                        "%s has kernel routes of another BIRD or of Calico itself, which a second one would take away; end it there, or choose another data-path"
                                .formatted(host.name()));
            }
        }
        FreeRange.obstacle(hosts, parameters).ifPresent(found::add);
        return found.stream().distinct().toList();
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        AddressRange range = FreeRange.of(List.of(server, client), parameters);
        return new Calico(as, CalicoSettings.of(parameters).dataPath(), range, server, client).connect();
    }
}
