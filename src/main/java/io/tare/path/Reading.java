package io.tare.path;

import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the network namespaces of one host hold, each read when it is first asked for and then kept: a path is read off one moment. Of one thread.
 */
final class Reading {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Host host;
    private final Namespaces namespaces;
    private final Map<Long, List<Device>> devices = new HashMap<>();
    private final Map<Long, List<Neighbour>> neighbours = new HashMap<>();
    private final Map<Long, List<ForwardingEntry>> entries = new HashMap<>();
    private final Map<Long, Map<Integer, Namespace>> numbers = new HashMap<>();

    Reading(Host host, Map<Long, String> containers) {
        this.host = host;
        this.namespaces = Namespaces.of(host, containers);
    }

    Host host() {
        return host;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    List<Device> devices(Namespace in) {
        return known(
                devices,
                in,
                "link",
                json -> DeviceReader.read(in, json),
                "ip",
                "-json",
                "-details",
                "-statistics",
                "link");
    }

    /** As they are at this moment, counters and all. */
    List<Device> devicesNow(Namespace in) {
        devices.remove(in.inode());
        return devices(in);
    }

    /** Of all namespaces. */
    List<Device> devices() {
        return namespaces.all().stream().flatMap(n -> devices(n).stream()).toList();
    }

    Optional<Device> device(Namespace in, String name) {
        return devices(in).stream().filter(d -> d.name().equals(name)).findFirst();
    }

    Optional<Neighbour> neighbour(Device on, String address) {
        return known(neighbours, on.at(), "neigh", Neighbour::read, "ip", "-json", "neigh").stream()
                .filter(n -> n.device().equals(on.name()) && n.address().equals(address))
                .findFirst();
    }

    List<ForwardingEntry> entries(Namespace in) {
        return known(entries, in, "fdb", ForwardingEntry::read, "bridge", "-json", "fdb", "show");
    }

    /** The other end of a veth pair, or the device below one of another kind, where this host has it. */
    Optional<Device> lower(Device of) {
        if (!of.lowerName().isEmpty()) {
            return device(of.at(), of.lowerName());
        }
        return lowerNamespace(of)
                .flatMap(n -> devices(n).stream()
                        .filter(d -> d.index() == of.lowerIndex() && !d.is(of))
                        .findFirst());
    }

    /** The namespace that a device's other end, or what carries it, is in, where this host has it; its own where nothing else is said. */
    Optional<Namespace> lowerNamespace(Device of) {
        return of.lowerNamespace() < 0
                ? Optional.of(of.at())
                : Optional.ofNullable(numbers(of.at()).get(of.lowerNamespace()));
    }

    /** The kernel's way to an address. Empty where it has none. {@code from} is null for a packet made in the namespace itself. */
    Optional<Route> route(Namespace in, String to, @org.jspecify.annotations.Nullable String from, String by) {
        List<String> words = new ArrayList<>(List.of("ip", "-json", "-details", "route", "get", to));
        if (from != null) {
            words.addAll(List.of("from", from, "iif", by));
        }
        ExecResult answer = inside(in, words);
        return answer.exitCode() == 0 ? Optional.of(Route.read(to, answer.stdout())) : Optional.empty();
    }

    /** What a namespace tracks of a port; empty where its kernel does not tell. */
    List<Tracked> tracked(Namespace in, int port) {
        return Tracked.read(inside(in, List.of("grep", "--", "port=" + port + " ", "/proc/net/nf_conntrack"))
                .stdout());
    }

    ExecResult inside(Namespace in, List<String> words) {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + in.entry(), "--"));
        command.addAll(words);
        return host.hand().run(command, WITHIN);
    }

    private Map<Integer, Namespace> numbers(Namespace in) {
        return numbers.computeIfAbsent(in.inode(), _ -> {
            Map<Integer, Namespace> named = new HashMap<>();
            String said = inside(in, List.of("ip", "-json", "netns", "list")).stdout();
            if (!said.isBlank()) {
                JsonMapper.shared().readTree(said).forEach(n -> {
                    if (n.has("id")) {
                        namespaces
                                .of(Long.parseLong(n.path("name").asString()))
                                .ifPresent(found -> named.put(n.path("id").asInt(), found));
                    }
                });
            }
            return named;
        });
    }

    private <T> List<T> known(
            Map<Long, List<T>> kept, Namespace in, String what, Function<String, List<T>> reader, String... words) {
        List<T> before = kept.get(in.inode());
        if (before != null) {
            return before;
        }
        String said =
                inside(in, List.of(words)).require(List.of(words), host.name()).stdout();
        try {
            List<T> read = said.isBlank() ? List.of() : reader.apply(said);
            kept.put(in.inode(), read);
            return read;
        } catch (JacksonException e) {
            throw new HostException(
                    "What '%s' says on %s (%s) cannot be read: %s. Is its iproute2 the image's own?"
                            .formatted(what, host.name(), in.words(), e.getOriginalMessage()),
                    e);
        }
    }
}
