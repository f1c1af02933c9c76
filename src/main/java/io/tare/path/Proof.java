package io.tare.path;

import io.tare.host.Host;
import io.tare.host.HostException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the path between two ends off their hosts, and proves it: marked packets are sent and looked for at every device of it. */
public final class Proof {
    private static final int PROBES = 20;
    /** Bytes of UDP payload: a size that little else has. */
    private static final int SIZE = 307;
    /** IPv4's and UDP's headers. */
    private static final int HEADERS = 28;
    /** What all tunnels around a packet may add, in bytes. */
    private static final int TUNNELS = 200;

    private final Ends ends;
    private final String mark = HexFormat.of().formatHex(random());
    private final Reading client;
    private final Reading server;

    private Proof(Ends ends) {
        this.ends = ends;
        this.client = reading(ends.clientHost());
        this.server = ends.sameHost() ? client : reading(ends.serverHost());
    }

    /** Takes some seconds. {@code says} takes a line for each step. */
    public static ProvenPath of(String mode, String dataPath, String standIn, Ends ends, Consumer<String> says) {
        says.accept("sending a first packet");
        Probe first = ends.first(SIZE, random16());
        Proof proof = new Proof(ends);
        says.accept("reading the path off "
                + ends.clientHost().name()
                + (ends.sameHost() ? "" : " and " + ends.serverHost().name()));
        Flow asked = new Flow(first.from(), first.port(), ends.address(), Ends.PORT);
        Path path = Walk.of(
                proof.client,
                proof.end(proof.client, ends.client()),
                proof.server,
                proof.end(proof.server, ends.server()),
                asked);
        says.accept("sending %d marked packets and capturing on %d devices"
                .formatted(PROBES, path.hops().size()));
        return proof.proven(mode, dataPath, standIn, asked, first, path);
    }

    private ProvenPath proven(String mode, String dataPath, String standIn, Flow asked, Probe first, Path path) {
        List<Device> devices = path.hops().stream().map(Hop::device).toList();
        List<Namespace> namespaces = devices.stream().map(Device::at).distinct().toList();
        String filter = "ip[2:2] >= %d and ip[2:2] <= %d".formatted(SIZE + HEADERS, SIZE + HEADERS + TUNNELS);
        List<Captures.Taken> taken = new ArrayList<>();
        List<Probe> probes;
        Rules before;
        Rules after;
        Map<Device, Long> counted = new HashMap<>();
        try (Captures here = Captures.begin(ends.clientHost(), on(devices, ends.clientHost()), filter);
                Captures there = Captures.begin(
                        ends.serverHost(), ends.sameHost() ? List.of() : on(devices, ends.serverHost()), filter)) {
            Map<String, Long> counters = counters(namespaces);
            before = rules(namespaces);
            probes = ends.ask(PROBES, SIZE, mark);
            after = rules(namespaces);
            Map<String, Long> then = counters(namespaces);
            devices.forEach(d -> counted.put(d, then.getOrDefault(key(d), 0L) - counters.getOrDefault(key(d), 0L)));
            taken.addAll(here.end());
            taken.addAll(there.end());
        }
        return new ProvenPath(
                mode,
                dataPath,
                standIn,
                ends.client().name(),
                ends.server().name(),
                asked,
                first.seen(),
                (int) probes.stream().filter(Probe::sent).count(),
                (int) probes.stream().filter(Probe::answered).count(),
                SIZE,
                hops(path, taken, counted),
                after.met(before, PROBES),
                path.lost());
    }

    private List<ProvenHop> hops(Path path, List<Captures.Taken> taken, Map<Device, Long> counted) {
        boolean oneClock = ends.sameHost()
                || Stream.of(ends.clientHost(), ends.serverHost())
                        .allMatch(h -> h.cgroup().isPresent());
        List<ProvenHop> hops = new ArrayList<>();
        Marked start = null;
        for (Hop hop : path.hops()) {
            Device device = hop.device();
            Captures.Taken capture = taken.stream()
                    .filter(t -> t.device().is(device) && t.device().at().equals(device.at()))
                    .findFirst()
                    .orElseThrow();
            Marked marked = Marked.of(capture.frames(), mark);
            if (marked.times().isEmpty()) {
                marked = Marked.hidden(
                        capture.frames(),
                        ends.clientHost().address(),
                        ends.serverHost().address(),
                        PROBES);
            }
            start = start == null ? marked : start;
            boolean comparable =
                    oneClock || device.at().host().equals(ends.clientHost().name());
            Sight sight = new Sight(
                    marked.times().size(),
                    marked.bySize(),
                    marked.headers(),
                    counted.getOrDefault(device, 0L),
                    comparable ? marked.after(start) : Double.NaN,
                    marked.times().size() < PROBES ? capture.said() : "");
            Reading on = on(device.at());
            hops.add(new ProvenHop(hop, driver(on, device), offloads(on, device), sight));
        }
        return hops;
    }

    private static String driver(Reading on, Device device) {
        if (!device.kind().isEmpty()) {
            return "";
        }
        return on.inside(device.at(), List.of("ethtool", "-i", device.name()))
                .stdout()
                .lines()
                .filter(line -> line.startsWith("driver: "))
                .map(line -> line.substring("driver: ".length()))
                .findFirst()
                .orElse("");
    }

    private static Offloads offloads(Reading on, Device device) {
        return Offloads.read(
                on.inside(device.at(), List.of("ethtool", "-k", device.name())).stdout());
    }

    private Rules rules(List<Namespace> namespaces) {
        List<Rule> all = new ArrayList<>();
        namespaces.forEach(n -> all.addAll(Rules.of(on(n), List.of(n)).all()));
        return new Rules(all);
    }

    private Map<String, Long> counters(List<Namespace> namespaces) {
        Map<String, Long> counters = new HashMap<>();
        for (Namespace namespace : namespaces) {
            on(namespace).devicesNow(namespace).forEach(d -> counters.put(key(d), d.received() + d.sent()));
        }
        return counters;
    }

    private static String key(Device device) {
        return device.at().host() + " " + device.at().inode() + " " + device.index();
    }

    private Reading on(Namespace namespace) {
        return namespace.host().equals(ends.clientHost().name()) ? client : server;
    }

    private static List<Device> on(List<Device> devices, Host host) {
        return devices.stream()
                .filter(d -> d.at().host().equals(host.name()))
                .distinct()
                .toList();
    }

    private Namespace end(Reading reading, io.tare.host.Container container) {
        return reading.namespaces().of(reading.host().hand(), container.state().pid());
    }

    private Reading reading(Host host) {
        Map<Long, String> names = new HashMap<>();
        if (host.name().equals(ends.serverHost().name())) {
            names.put(ends.server().state().pid(), ends.server().name());
        }
        if (host.name().equals(ends.clientHost().name())) {
            names.put(ends.client().state().pid(), ends.client().name());
        }
        names.remove(0L);
        if (names.isEmpty()) {
            throw new HostException(
                    "The container at the end of the path on %s has ended; try again.".formatted(host.name()));
        }
        return new Reading(host, names);
    }

    private static String random16() {
        return HexFormat.of().formatHex(random());
    }

    private static byte[] random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
