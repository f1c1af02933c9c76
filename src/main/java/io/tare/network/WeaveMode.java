package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.study.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code weave}: Weave Net, one of the modes of the study this project grows from. Its own routers run where their program and the kernel allow it;
 * else the kernel's VXLAN stands in for their fast data path, and says so.
 */
public final class WeaveMode implements NetworkMode {
    @Override
    public String name() {
        return "weave";
    }

    @Override
    public String summary() {
        return "Weave Net: its own routers, or the kernel's VXLAN as a stand-in for their fast data path";
    }

    @Override
    public List<Parameter> parameters() {
        return WeaveSettings.ALL;
    }

    /** Encryption of the fast data path is by rules and kernel entries that a router takes for its own alone. */
    @Override
    public Set<String> claims(Map<String, String> parameters) {
        WeaveSettings settings = WeaveSettings.of(parameters);
        return settings.fast() && settings.encrypted() ? Set.of("the IPsec rules of Weave Net") : Set.of();
    }

    @Override
    public List<String> needs() {
        return List.of(
                "TCP and UDP 6783 and UDP 6784 between the hosts, or the same counted from 6793, 6803, …",
                "for the router: its program weaver on PATH or in an image, the kernel's dummy, for fastdp openvswitch, for fastdp encrypted ESP",
                "for the stand-in: the kernel's vxlan");
    }

    @Override
    public List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        WeaveSettings settings = WeaveSettings.of(parameters);
        List<String> real = realLacks(host, hand, settings);
        List<String> standIn = standInLacks(host, hand, settings);
        return switch (settings.router()) {
            case REAL -> real;
            case STAND_IN -> standIn;
            case AUTO -> real.isEmpty() || standIn.isEmpty() ? List.of() : joined(real, standIn);
        };
    }

    @Override
    public List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        WeaveSettings settings = WeaveSettings.of(parameters);
        List<String> found = new ArrayList<>();
        hosts.forEach(host -> found.addAll(lacks(host.name(), host.hand(), parameters)));
        if (!found.isEmpty()) {
            return found.stream().distinct().toList();
        }
        boolean real = whyNotReal(hosts, settings).isEmpty();
        for (Host host : hosts) {
            settings.range()
                    .routeInto(host)
                    .ifPresent(route -> found.add(
                            "the range %s of its containers overlaps a route of %s ('%s'); give it another with 'range:'"
                                    .formatted(settings.range(), host.name(), route)));
            if (real) {
                WeaveRouter.occupied(host).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public Connection connect(String as, Host server, Host client, Map<String, String> parameters) {
        WeaveSettings settings = WeaveSettings.of(parameters);
        List<Host> hosts = List.of(server, client);
        WeaveNames names = new WeaveNames(as);
        WeavePorts ports = WeavePorts.free(hosts);
        List<String> why = whyNotReal(hosts, settings);
        if (why.isEmpty()) {
            Weaver weaver = weaver(settings).orElseThrow();
            return new WeaveRouters.Start(names, settings, ports, weaver).between(server, client);
        }
        return new WeaveStandIn(names, settings.range(), ports, String.join("; ", why)).between(server, client);
    }

    /** Why the routers do not run between these hosts, as clauses; empty where they do. */
    private static List<String> whyNotReal(List<Host> hosts, WeaveSettings settings) {
        if (settings.router() == WeaveSettings.Router.STAND_IN) {
            return List.of("the study asks for the stand-in");
        }
        return hosts.stream()
                .flatMap(host -> realLacks(host.name(), host.hand(), settings).stream())
                .distinct()
                .toList();
    }

    private static List<String> realLacks(String host, Hand hand, WeaveSettings settings) {
        KernelSupport kernel = new KernelSupport(hand);
        List<String> found = new ArrayList<>();
        if (weaver(settings).isEmpty()) {
            found.add("there is no Weave router here; " + Weaver.WAY_OUT);
        }
        if (!kernel.makesDevice("dummy")) {
            found.add(
                    "the kernel of %s makes no dummy devices, which Weave's router sets its bridge up with; load the module dummy"
                            .formatted(host));
        }
        if (settings.fast() && !kernel.hasFamily("ovs_datapath")) {
            found.add("the kernel of %s has no Open vSwitch, which fastdp needs; load the module openvswitch"
                    .formatted(host));
        }
        if (settings.fast() && settings.encrypted() && !kernel.hasEsp()) {
            found.add(
                    "the kernel of %s has no ESP, which fastdp needs to encrypt; load the module esp4".formatted(host));
        }
        return found;
    }

    private static List<String> standInLacks(String host, Hand hand, WeaveSettings settings) {
        List<String> found = new ArrayList<>();
        if (!settings.fast()) {
            found.add("the stand-in has no sleeve: that is the router's own work; measure 'data-path: fastdp'");
        }
        if (settings.encrypted()) {
            found.add("the stand-in does not encrypt; measure without 'encrypted'");
        }
        if (!new KernelSupport(hand).makesDevice("vxlan", "id", "1", "dstport", "6784")) {
            found.add("the kernel of %s makes no vxlan devices; load the module vxlan".formatted(host));
        }
        return found;
    }

    private static List<String> joined(List<String> real, List<String> standIn) {
        return List.of(List.of(real, standIn).stream()
                .map(reasons -> String.join("; ", reasons))
                .collect(Collectors.joining("; and ")));
    }

    private static Optional<Weaver> weaver(WeaveSettings settings) {
        return Weaver.find(settings.image(), Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }
}
