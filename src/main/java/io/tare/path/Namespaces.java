package io.tare.path;

import io.tare.host.ExecResult;
import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.HostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All network namespaces of a host, the hidden ones too that an overlay's bridge and tunnel live in. */
record Namespaces(List<Namespace> all) {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    Namespaces {
        all = List.copyOf(all);
    }

    /**
     * Finds them.
     *
     * @param containers names of containers, by the id of their process on the host
     */
    static Namespaces of(Host host, Map<Long, String> containers) {
        Hand hand = host.hand();
        List<String> command = List.of("sh", "-c", Script.text("namespaces.sh"));
        ExecResult found = hand.run(command, WITHIN);
        String printed = found.require(List.of("namespaces.sh"), "the hand of " + host.name())
                .stdout();
        Map<Long, String> named = containers.entrySet().stream()
                .collect(Collectors.toMap(e -> inode(hand, e.getKey()), Map.Entry::getValue, (one, _) -> one));
        return read(host.name(), printed, named);
    }

    /** Reads the script's lines: {@code INODE PATH WORDS}. */
    static Namespaces read(String host, String printed, Map<Long, String> containers) {
        List<Namespace> all = new ArrayList<>();
        for (String line : printed.lines().toList()) {
            String[] parts = line.split(" ", 3);
            long inode = Long.parseLong(parts[0]);
            all.add(new Namespace(host, inode, words(parts[2], containers.get(inode))));
        }
        return new Namespaces(all);
    }

    /** The host's own, which its hand shares. */
    Namespace own() {
        return all.getFirst();
    }

    Optional<Namespace> of(long inode) {
        return all.stream().filter(n -> n.inode() == inode).findFirst();
    }

    /** The namespace of a process; {@link HostException} where it has ended. */
    Namespace of(Hand hand, long process) {
        return of(inode(hand, process))
                .orElseThrow(() -> new HostException(
                        "The network namespace of process %d on %s is gone; its container has ended. Look at its log."
                                .formatted(process, own().host())));
    }

    private static long inode(Hand hand, long process) {
        return Long.parseLong(
                hand.run("stat", "-Lc", "%i", "/proc/" + process + "/ns/net").strip());
    }

    private static String words(String found, @org.jspecify.annotations.Nullable String container) {
        if (found.equals("own")) {
            return "the host's own";
        }
        if (container != null) {
            return "container " + container;
        }
        return found.startsWith("mounted ") ? "hidden, " + found.substring("mounted ".length()) : found;
    }
}
