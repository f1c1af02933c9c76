package io.tare.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The control groups of a lab host: {@code /tare-LAB-HOST} in every hierarchy, with {@code engine} below it for the Engine and
 * the containers beside that. Works with cgroup v1 (one hierarchy a controller, also beside a v2 one) and v2.
 */
final class Cgroups {
    static final Path ROOT = Path.of("/sys/fs/cgroup");

    private final Path root;

    Cgroups() {
        this(ROOT);
    }

    Cgroups(Path root) {
        this.root = root;
    }

    boolean v2() {
        return Files.exists(root.resolve("cgroup.controllers"));
    }

    static String name(String lab, String host) {
        return "tare-" + lab + "-" + host;
    }

    /** The group that accounts the host's CPU time, below {@code /sys/fs/cgroup}. */
    Path accounting(String lab, String host) {
        if (v2()) {
            return Path.of(name(lab, host));
        }
        String controller = Stream.of("cpuacct", "cpu,cpuacct", "cpuacct,cpu")
                .filter(c -> Files.isDirectory(root.resolve(c)))
                .findFirst()
                .orElse("cpuacct");
        return Path.of(controller, name(lab, host));
    }

    /** Makes the groups the host's own processes go into and answers their folders. */
    List<Path> make(String lab, String host) {
        return hierarchies().stream()
                .filter(h -> v2() || h.getFileName().toString().matches(".*(cpuacct|memory|pids).*"))
                .map(h -> {
                    try {
                        return Files.createDirectories(
                                h.resolve(name(lab, host)).resolve("engine"));
                    } catch (IOException e) {
                        throw new LabException(
                                "A control group cannot be made in %s (%s). A lab needs root and a writable cgroup file system."
                                        .formatted(h, e.getMessage()),
                                e);
                    }
                })
                .toList();
    }

    /** The hosts of a lab that have a group here, whatever else is left of them. */
    List<String> hosts(String lab) {
        String prefix = name(lab, "");
        return hierarchies().stream()
                .flatMap(hierarchy ->
                        Stream.ofNullable(hierarchy.toFile().list()).flatMap(Stream::of))
                .filter(name -> name.startsWith(prefix)
                        && name.substring(prefix.length()).matches("h[0-9]+|hub"))
                .map(name -> name.substring(prefix.length()))
                .distinct()
                .toList();
    }

    /** Removes the host's groups from every hierarchy. What still runs in them is the host's own, and is ended. */
    void remove(String lab, String host) {
        for (Path hierarchy : hierarchies()) {
            Path group = hierarchy.resolve(name(lab, host));
            if (!Files.isDirectory(group)) {
                continue;
            }
            try (Stream<Path> below = Files.walk(group)) {
                for (Path folder : below.filter(Files::isDirectory)
                        .sorted(Comparator.reverseOrder())
                        .toList()) {
                    Waiting.until(
                            "control group %s to empty (processes %s)".formatted(folder, processes(folder)), 5, () -> {
                                processes(folder).forEach(Cgroups::end);
                                return removed(folder);
                            });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The ids of a group's processes as seen here; those of another PID namespace, which show as 0, are left out. */
    private static List<Long> processes(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("cgroup.procs"))) {
            return lines.map(Long::parseLong).filter(pid -> pid > 1).toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    private static void end(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean removed(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException _) {
            return false; // a process in it has not quite ended
        }
    }

    private List<Path> hierarchies() {
        if (v2()) {
            return List.of(root);
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(p -> !Files.isSymbolicLink(p))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException("%s cannot be read: %s".formatted(root, e.getMessage()), e);
        }
    }
}
