package io.tare.lab;

import io.tare.host.LocalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** This machine as the ground of a namespace lab: what it has and what it lacks, found by trying. Changes nothing. */
public final class Machine {
    /** Enough for two Engines with Tare's image, in bytes. */
    static final long DISK = 4L << 30;
    /** For two Engines, their containers and a database under load, in bytes. */
    static final long MEMORY = 2L << 30;

    private Machine() {}

    /**
     * One thing looked at.
     *
     * @param subject in a word or two
     * @param state {@code ok}, {@code note} (works with less) or {@code missing} (no lab without it)
     * @param remedy what to do, empty where all is well
     */
    public record Finding(String subject, String state, String found, String remedy) {}

    /** Everything a lab needs or would like. */
    public static List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(root());
        findings.add(program("dockerd", "docker.io"));
        findings.add(program("ip", "iproute2"));
        findings.add(program("tc", "iproute2"));
        findings.add(program("iptables", "iptables"));
        findings.add(program("ethtool", "ethtool"));
        findings.add(program("mmdebstrap", "mmdebstrap"));
        findings.add(program("unshare", "util-linux"));
        findings.add(cgroups());
        findings.add(disk(DISK, "A lab of two hosts takes 4 GiB; make room."));
        findings.add(memory());
        if (isRoot()) {
            findings.add(device("veth", "the underlay and every container", "missing"));
            findings.add(device("bridge", "bridge networks, NAT and overlay", "missing"));
            findings.add(device("vxlan id 1 dstport 4789", "the overlay mode", "note"));
        }
        findings.add(esp());
        findings.add(cpus());
        findings.add(engine());
        return findings;
    }

    /** {@link LabException.Missing} with every remedy where a lab cannot be made here. */
    static void require() {
        List<String> missing = look().stream()
                .filter(f -> f.state().equals("missing"))
                .map(f -> f.subject() + ": " + f.found() + ". " + f.remedy())
                .toList();
        if (!missing.isEmpty()) {
            throw new LabException.Missing("This machine cannot hold a lab:\n  " + String.join("\n  ", missing));
        }
    }

    /** Whether the kernel has ESP, which an encrypted overlay needs. */
    public static boolean hasEsp() {
        try {
            return Stream.of("/proc/net/xfrm_stat").anyMatch(f -> Files.exists(Path.of(f)))
                    && Files.exists(Path.of("/proc/crypto"))
                    && (Files.exists(Path.of("/sys/module/esp4")) || loadable("esp4"));
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Whether this process may make a lab. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) || Files.isWritable(Path.of("/proc/sys/kernel/hostname"));
    }

    static Finding root() {
        return isRoot()
                ? ok("root", "yes")
                : missing("root", "this is not root", "A lab makes namespaces and starts Engines: run with sudo.");
    }

    static Finding program(String name, String debianPackage) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin", "/usr/local/sbin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> ok(name, path.toString()))
                .orElseGet(() -> missing(name, "not found", "Install Debian's package " + debianPackage + "."));
    }

    private static Finding cgroups() {
        Path root = Cgroups.ROOT;
        if (!Files.isDirectory(root)) {
            return missing("cgroups", root + " is not mounted", "Mount the cgroup file system.");
        }
        return ok("cgroups", new Cgroups().v2() ? "v2" : "v1");
    }

    /** The room where labs have their data. {@code remedy} says what takes {@code wanted} bytes. */
    static Finding disk(long wanted, String remedy) {
        try {
            Path place = LabFolders.DATA;
            while (!Files.exists(place)) {
                place = Objects.requireNonNull(place.getParent(), "the root exists");
            }
            long free = Files.getFileStore(place).getUsableSpace();
            String found = "%.1f GiB free in %s".formatted(free / (double) (1 << 30), place);
            return free >= wanted ? ok("disk", found) : missing("disk", found, remedy);
        } catch (IOException e) {
            return new Finding("disk", "note", e.toString(), "");
        }
    }

    private static Finding memory() {
        long free = freeMemory();
        String found = "%.1f GiB free".formatted(free / (double) (1 << 30));
        return free >= MEMORY
                ? ok("memory", found)
                : new Finding("memory", "note", found, "Two hosts with a database want 2 GiB; end what is not needed.");
    }

    /** What the kernel could give to new processes, in bytes; 0 where it does not say. */
    static long freeMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    private static Finding engine() {
        return ok(
                "your Docker",
                Files.exists(Path.of("/run/docker.sock"))
                        ? "an Engine runs on this machine; labs leave it alone"
                        : "no Engine runs on this machine; labs bring their own");
    }

    static Finding device(String kind, String what, String otherwise) {
        String type = kind.split(" ")[0];
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "ip", "link", "add", "tare0", "type"));
        command.addAll(List.of(kind.split(" ")));
        var tried = LocalCommand.run(Duration.ofSeconds(10), command);
        return tried.exitCode() == 0
                ? ok(type, "the kernel makes " + type + " devices")
                : new Finding(
                        type,
                        otherwise,
                        "the kernel refused: " + tried.stderr().strip(),
                        "Needed for %s: load the module %s or use a kernel that has it.".formatted(what, type));
    }

    private static Finding esp() {
        return hasEsp()
                ? ok("ESP", "the kernel has it")
                : new Finding(
                        "ESP",
                        "note",
                        "the kernel has no ESP",
                        "The overlay cannot be encrypted here; a kernel with the module esp4 can.");
    }

    private static Finding cpus() {
        int count = Runtime.getRuntime().availableProcessors();
        return count >= 2
                ? ok("CPUs", Integer.toString(count))
                : new Finding("CPUs", "note", "1", "Client and server share one CPU; figures will be low.");
    }

    private static boolean loadable(String module) {
        return Stream.of("/usr/sbin/modprobe", "/sbin/modprobe").anyMatch(p -> Files.isExecutable(Path.of(p)))
                && LocalCommand.run(Duration.ofSeconds(5), List.of("modprobe", "--dry-run", "--quiet", module))
                                .exitCode()
                        == 0;
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, "ok", found, "");
    }

    static Finding missing(String subject, String found, String remedy) {
        return new Finding(subject, "missing", found, remedy);
    }
}
