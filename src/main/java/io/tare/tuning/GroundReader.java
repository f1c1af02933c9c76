package io.tare.tuning;

import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds out what a container's packets pass on its host, by one command in the host's hand. Changes nothing. */
public final class GroundReader {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final String SCRIPT = script();

    private GroundReader() {}

    /**
     * What was found.
     *
     * @param source the container's address towards the first peer; empty where it has no way to it
     */
    public record Seen(Ground ground, String source) {}

    /**
     * Looks at the host of a container that asks another.
     *
     * @param pid of the container's process on the host
     * @param reaches the address that it asks
     * @param other the other host's address on the underlay
     */
    public static Seen ofClient(Host host, long pid, String reaches, String other) {
        return parsed(host, reaches, other, printed(host, pid, "0.0.0.0", List.of(reaches, other)));
    }

    /**
     * Looks at the host of a container that is asked.
     *
     * @param pid of the container's process on the host
     * @param own the address that it is asked at, which may be its own or its host's
     * @param client the address of the container that asks; empty where that is not known
     * @param other the other host's address on the underlay
     */
    public static Ground ofServer(Host host, long pid, String own, String client, String other) {
        List<String> peers = client.isEmpty() ? List.of(other) : List.of(client, other);
        return parsed(host, "", other, printed(host, pid, own, peers)).ground();
    }

    /**
     * All devices that stand on a host, whoever made them. A ground for the host itself, and one for each container that has a network namespace of its
     * own; each with all devices.
     *
     * @param other the other host's address on the underlay
     */
    static List<Ground> ofHost(Host host, String other) {
        List<String> command = List.of("bash", "-c", SCRIPT, "ground", host.underlay(), "-", "-");
        String printed = host.hand()
                .run(command, WITHIN)
                .require(List.of("bash", "ground.bash", host.underlay()), "the hand of " + host.name())
                .stdout();
        String ofAll =
                printed.lines().filter(line -> !line.startsWith("container ")).collect(Collectors.joining("\n"));
        List<Ground> grounds =
                new ArrayList<>(List.of(parsed(host, "", other, ofAll).ground()));
        printed.lines()
                .filter(line -> line.startsWith("container "))
                .map(line -> parsed(host, "", other, ofAll + "\n" + line).ground())
                .forEach(grounds::add);
        return grounds;
    }

    private static String printed(Host host, long pid, String own, List<String> peers) {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", SCRIPT, "ground", host.underlay(), Long.toString(pid), own));
        command.addAll(peers);
        return host.hand()
                .run(command, WITHIN)
                .require(List.of("bash", "ground.bash", host.underlay()), "the hand of " + host.name())
                .stdout();
    }

    static Seen parsed(Host host, String reaches, String other, String printed) {
        BitSet cpus = new BitSet();
        Map<Integer, BitSet> interrupts = new LinkedHashMap<>();
        String firewall = "";
        String source = "";
        NetworkNamespace container = NetworkNamespace.OWN;
        List<Device> devices = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            String[] words = line.split(" ", -1);
            try {
                switch (words[0]) {
                    case "cpus" -> cpus = CpuMask.list(words[1]);
                    case "irq" -> interrupts.put(Integer.valueOf(words[1]), CpuMask.of(words[2]));
                    case "firewall" -> firewall = words[1];
                    case "source" -> source = words[1];
                    case "container" -> container = namespace(words[1], words[2]);
                    case "device" -> devices.add(device(words));
                    default -> throw new IllegalArgumentException(line);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new HostException(
                        "The hand of %s was asked for the devices of a container and answered '%s'."
                                .formatted(host.name(), line),
                        e);
            }
        }
        if (cpus.isEmpty() || devices.isEmpty()) {
            throw new HostException("The hand of %s was asked for the devices of a container and told none: %s"
                    .formatted(host.name(), printed.strip()));
        }
        return new Seen(new Ground(host, cpus, interrupts, firewall, container, reaches, other, devices), source);
    }

    private static Device device(String[] words) {
        return new Device(
                Device.Role.valueOf(words[1].toUpperCase(Locale.ROOT)),
                namespace(words[2], words[3]),
                words[4],
                words[5],
                Integer.parseInt(words[6]),
                Integer.parseInt(words[7]),
                Integer.parseInt(words[8]));
    }

    private static NetworkNamespace namespace(String path, String inode) {
        NetworkNamespace found = new NetworkNamespace(path, Long.parseLong(inode));
        return found.equals(NetworkNamespace.OWN) ? NetworkNamespace.OWN : found;
    }

    private static String script() {
        try (InputStream stream = Objects.requireNonNull(GroundReader.class.getResourceAsStream("ground.bash"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
