package io.tare.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows a packet as the kernel would: through routes, neighbours, forwarding entries, the ends of veth pairs, and tunnels, from the client's namespace to
 * the server's. It knows kinds of devices and no modes. The packet has to have passed before, so that neighbours, bridges and NAT know it.
 */
final class Walk {
    private static final int LONGEST = 40;
    private static final List<String> STACKED = List.of("macvlan", "macvtap", "ipvlan", "ipvtap", "vlan");

    /** An inner packet while its outer one travels. */
    private record Packed(Encapsulation by, Device at, Flow flow, String mac) {}

    private final Reading server;
    private final Namespace goal;
    private final List<Hop> hops = new ArrayList<>();
    private final Deque<Packed> packed = new ArrayDeque<>();
    private Reading on;
    private Flow flow;

    private Walk(Reading client, Reading server, Namespace goal, Flow flow) {
        this.on = client;
        this.server = server;
        this.goal = goal;
        this.flow = flow;
    }

    /** {@code from} and {@code goal} are the namespaces of the client's and the server's container, {@code flow} the packet as the client sends it. */
    static Path of(Reading client, Namespace from, Reading server, Namespace goal, Flow flow) {
        Walk walk = new Walk(client, server, goal, flow);
        String lost = walk.stack(from, null);
        return new Path(walk.hops, lost);
    }

    /** The IP stack of a namespace has the packet: made there, or come {@code by} a device. */
    private String stack(Namespace in, @Nullable Device by) {
        Optional<Tracked> tracked = on.tracked(in, flow.fromPort()).stream()
                .filter(t -> t.before().equals(flow))
                .findFirst();
        Flow after = tracked.map(Tracked::after).orElse(flow);
        Optional<Route> found =
                by == null ? on.route(in, after.to(), null, "") : on.route(in, after.to(), flow.from(), by.name());
        if (found.isEmpty()) {
            return "%s on %s has no way to %s".formatted(in.words(), in.host(), after.to());
        }
        Route route = found.get();
        if (route.local() && by != null) {
            return delivered(in);
        }
        String from = after.from().isEmpty() ? route.source() : after.from();
        flow = new Flow(from, after.fromPort(), after.to(), after.toPort());
        Optional<Device> out = on.device(in, route.device());
        if (out.isEmpty()) {
            return "the route of %s on %s leads to a device '%s' that is not there"
                    .formatted(in.words(), in.host(), route.device());
        }
        Optional<Neighbour> neighbour = on.neighbour(out.get(), route.next());
        Tracked translated = tracked.filter(Tracked::translates).orElse(null);
        hop(out.get(), new Way.Routed(route, neighbour.orElse(null), translated));
        return sent(out.get(), neighbour.map(Neighbour::mac).orElse(""), route.next());
    }

    private String delivered(Namespace in) {
        if (!packed.isEmpty()) {
            return unpacked(in, packed.pop());
        }
        return in.inode() == goal.inode()
                ? ""
                : "%s is an address of %s on %s, where a program, and not the kernel, takes it to the server"
                        .formatted(flow.to(), in.words(), in.host());
    }

    /** A device sends a frame to a link-layer address. {@code next} is the IP address that has it. */
    private String sent(Device by, String mac, String next) {
        if (hops.size() > LONGEST) {
            return "it goes round: %d devices and no end".formatted(hops.size());
        }
        if (STACKED.contains(by.kind())) {
            return lowered(by, mac, next);
        }
        return switch (by.kind()) {
            case "loopback" -> delivered(by.at());
            case "bridge" -> forwarded(by, mac);
            case "veth" -> on.lower(by).map(end -> crossed(by, end, mac)).orElseGet(() -> onTheWire(by, mac));
            case "tun" -> packed(by, mac, program(by));
            case "openvswitch" -> switched(by, mac);
            default -> by.tunnel() == null ? onTheWire(by, mac) : tunnelled(by, by.tunnel(), mac, next);
        };
    }

    private String crossed(Device from, Device to, String mac) {
        hop(to, new Way.Crossed(from.name()));
        return received(to, mac);
    }

    /** Down from a device that stands on another one, or across to one that stands beside it. */
    private String lowered(Device by, String mac, String next) {
        Optional<Device> lower = on.lower(by);
        if (lower.isEmpty()) {
            return "the device below %s on %s is in no namespace found there"
                    .formatted(by.name(), by.at().host());
        }
        Optional<Device> beside = standingOn(lower.get())
                .filter(d -> !d.is(by) && takes(d, mac, next))
                .findFirst();
        if (beside.isPresent()) {
            return crossed(lower.get(), beside.get(), mac);
        }
        hop(lower.get(), new Way.Crossed(by.name()));
        return sent(lower.get(), mac, next);
    }

    private Stream<Device> standingOn(Device lower) {
        return on.devices().stream()
                .filter(d -> STACKED.contains(d.kind()))
                .filter(d -> on.lower(d).filter(lower::is).isPresent());
    }

    /** Whether a device that shares its lower one with others takes a frame: by its own address, or by that of the packet where they have one in common. */
    private boolean takes(Device upper, String mac, String address) {
        return upper.kind().startsWith("ipv")
                ? on.route(upper.at(), address, null, "").filter(Route::local).isPresent()
                : upper.mac().equals(mac);
    }

    private String received(Device at, String mac) {
        Optional<Device> upper =
                standingOn(at).filter(d -> takes(d, mac, flow.to())).findFirst();
        if (upper.isPresent()) {
            return crossed(at, upper.get(), mac);
        }
        if (at.masterKind().equals("openvswitch")) {
            return switched(at, mac);
        }
        Optional<Device> bridge = at.masterKind().equals("bridge") ? on.device(at.at(), at.master()) : Optional.empty();
        if (bridge.isEmpty()) {
            return stack(at.at(), at);
        }
        hop(bridge.get(), new Way.Entered(at.name()));
        return own(bridge.get(), mac) ? stack(at.at(), bridge.get()) : forwarded(bridge.get(), mac);
    }

    private boolean own(Device bridge, String mac) {
        return bridge.mac().equals(mac)
                || on.entries(bridge.at()).stream()
                        .anyMatch(e -> e.own() && e.mac().equals(mac) && portOf(bridge, e.device()));
    }

    private boolean portOf(Device bridge, String name) {
        return on.device(bridge.at(), name)
                .filter(d -> d.master().equals(bridge.name()))
                .isPresent();
    }

    private String forwarded(Device bridge, String mac) {
        Optional<ForwardingEntry> entry = on.entries(bridge.at()).stream()
                .filter(e -> e.mac().equals(mac) && !e.own() && e.to().isEmpty() && portOf(bridge, e.device()))
                .findFirst();
        if (entry.isEmpty()) {
            return "bridge %s on %s has no entry for %s: it floods"
                    .formatted(bridge.name(), bridge.at().host(), mac.isEmpty() ? "a neighbour not known" : mac);
        }
        Device port = on.device(bridge.at(), entry.get().device()).orElseThrow();
        hop(port, new Way.Forwarded(bridge.name(), mac));
        return sent(port, mac, flow.to());
    }

    /** A switch whose flows Tare does not read: what comes from a container goes into its tunnel, what comes from the tunnel to its other port. */
    private String switched(Device from, String mac) {
        List<Device> others = on.devices(from.at()).stream()
                .filter(d -> d.masterKind().equals("openvswitch")
                        && !d.is(from)
                        && d.master().equals(from.master()))
                .filter(d -> (d.tunnel() != null) != (from.tunnel() != null))
                .toList();
        if (others.size() != 1) {
            return "switch %s on %s has %d ports that it may go to, and its flows are not read"
                    .formatted(from.master(), from.at().host(), others.size());
        }
        hop(others.getFirst(), new Way.Forwarded(from.master(), ""));
        return sent(others.getFirst(), mac, flow.to());
    }

    private String tunnelled(Device by, Tunnel tunnel, String mac, String next) {
        Optional<ForwardingEntry> entry = Stream.of(mac, ForwardingEntry.ANY)
                .flatMap(address -> entries(by, address))
                .findFirst();
        String set =
                tunnel.remote().isEmpty() ? tunnel.external() ? server.host().address() : next : tunnel.remote();
        return packed(
                by,
                mac,
                new Encapsulation(
                        by.kind(),
                        entry.map(ForwardingEntry::id).filter(id -> id != 0).orElse(tunnel.id()),
                        tunnel.port(),
                        tunnel.local(),
                        entry.map(ForwardingEntry::to).orElse(set),
                        tunnel.df()));
    }

    private Stream<ForwardingEntry> entries(Device tunnel, String mac) {
        return on.entries(tunnel.at()).stream()
                .filter(e -> e.device().equals(tunnel.name()) && e.mac().equals(mac) && !e.to().isEmpty());
    }

    private Encapsulation program(Device by) {
        return new Encapsulation(
                "a program at " + by.name(),
                0,
                0,
                on.host().address(),
                server.host().address(),
                "");
    }

    private String packed(Device by, String mac, Encapsulation how) {
        Optional<Namespace> outside = on.lowerNamespace(by);
        if (outside.isEmpty()) {
            return "the namespace that carries %s on %s is not found there"
                    .formatted(by.name(), by.at().host());
        }
        packed.push(new Packed(how, by, flow, mac));
        flow = new Flow(how.from(), 0, how.to(), how.port());
        hops.set(hops.size() - 1, new Hop(by, hops.getLast().way(), how));
        return stack(outside.get(), null);
    }

    private String unpacked(Namespace in, Packed inner) {
        Optional<Device> end = on.devices().stream()
                .filter(d -> d.kind().equals(inner.at().kind()) && matches(d, inner))
                .filter(d -> on.lowerNamespace(d).filter(in::equals).isPresent())
                .findFirst();
        if (end.isEmpty()) {
            return "%s on %s has no device that unpacks %s"
                    .formatted(in.words(), in.host(), inner.by().kind());
        }
        hop(end.get(), new Way.Unpacked(inner.by()));
        flow = inner.flow();
        return received(end.get(), inner.mac());
    }

    private static boolean matches(Device end, Packed inner) {
        Tunnel tunnel = end.tunnel();
        if (tunnel == null) {
            return end.name().equals(inner.at().name());
        }
        return (tunnel.external() || tunnel.id() == inner.by().id())
                && tunnel.port() == inner.by().port();
    }

    private String onTheWire(Device by, String mac) {
        if (on.host().name().equals(server.host().name())) {
            return "it leaves %s by %s, for no host of this testbed"
                    .formatted(by.at().host(), by.name());
        }
        on = server;
        Namespace own = server.namespaces().own();
        Optional<Device> underlay = server.device(own, server.host().underlay());
        if (underlay.isEmpty()) {
            return "%s has no device '%s'".formatted(own.host(), server.host().underlay());
        }
        hop(underlay.get(), new Way.Arrived());
        return received(underlay.get(), mac);
    }

    private void hop(Device device, Way way) {
        hops.add(new Hop(device, way, null));
    }
}
