package io.tare.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.LocalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of this machine that a lab could leave something in; two of them, before and after, must be equal. */
public record MachineState(Map<String, String> parts) {
    /** The state to come back to: as {@link #now}, once what this check, or one that was killed, left of this lab is gone. One that runs now keeps it. */
    public static MachineState cleared(String lab) {
        try (LabLock lock = LabLock.take(lab)) {
            assertThat(lock).isNotNull();
            Lab.down(lab);
        }
        return now(lab);
    }

    /** Of labs only those whose names begin so are looked at: others may come and go meanwhile. */
    public static MachineState now(String lab) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("devices", said("ip", "-o", "link"));
        parts.put("addresses", said("ip", "-o", "address"));
        parts.put("routes", said("ip", "route", "show", "table", "all"));
        parts.put("network namespaces", said("ip", "netns"));
        parts.put("mounts", said("cat", "/proc/mounts"));
        parts.put("firewall", said("iptables", "-S") + said("iptables", "-t", "nat", "-S"));
        parts.put("engines", processes(lab));
        parts.put("control groups", controlGroups(lab));
        parts.put("folders", folders("/run/tare/labs", lab) + folders("/var/lib/tare/labs", lab));
        return new MachineState(parts);
    }

    private static String said(String... command) {
        return LocalCommand.run(Duration.ofSeconds(10), List.of(command)).stdout();
    }

    /** Processes of a lab: Engines, their shims, a host's first process. */
    private static String processes(String lab) {
        return ProcessHandle.allProcesses()
                .map(p -> p.info().commandLine().orElse(""))
                .filter(line -> line.contains("/labs/" + lab))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String controlGroups(String lab) {
        try (Stream<Path> found =
                Files.find(Cgroups.ROOT, 2, (p, a) -> p.getFileName().toString().startsWith("tare-" + lab))) {
            return found.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String folders(String path, String lab) {
        String[] names = Path.of(path).toFile().list();
        return names == null
                ? ""
                : Stream.of(names).filter(name -> name.startsWith(lab)).collect(Collectors.joining("\n"));
    }
}
