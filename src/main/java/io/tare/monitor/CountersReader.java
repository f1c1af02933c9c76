package io.tare.monitor;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.Conntrack;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.HostCounters.Softnet;
import io.tare.result.NetworkSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@code watch.sh} prints below its line {@code counters}: two looks at the kernel's files, and what the devices are. */
final class CountersReader {
    /** USER_HZ: the ticks a second of {@code /proc/stat} on every architecture but alpha and ia64 (proc(5)). */
    private static final double TICKS = 100;

    private static final String BETWEEN = "==> end <==\n";
    private static final String OVERLAY = "/proc/[0-9]+/root/.*";

    private final String host;
    private final String role;
    private final boolean sharedKernel;
    private final String underlay;
    private final Look before;
    private final Look after;

    private CountersReader(String host, String role, boolean sharedKernel, String underlay, Look before, Look after) {
        this.host = host;
        this.role = role;
        this.sharedKernel = sharedKernel;
        this.underlay = underlay;
        this.before = before;
        this.after = after;
    }

    /** {@link MonitorException} where it is something else. */
    static HostCounters read(String host, String role, boolean sharedKernel, String underlay, String printed) {
        int middle = printed.indexOf(BETWEEN);
        if (middle < 0) {
            throw new MonitorException("the counters of %s were cut off: %s"
                    .formatted(host, printed.substring(0, Math.min(200, printed.length()))));
        }
        try {
            return new CountersReader(
                            host,
                            role,
                            sharedKernel,
                            underlay,
                            Look.of(printed.substring(0, middle)),
                            Look.of(printed.substring(middle + BETWEEN.length())))
                    .counters();
        } catch (NumberFormatException e) {
            throw new MonitorException(
                    "the counters of %s hold something that is no number: %s".formatted(host, e.getMessage()));
        }
    }

    private HostCounters counters() {
        Set<String> queues = after.file("interrupts").lines().collect(Collectors.toSet());
        String rows = "/proc/interrupts";
        return new HostCounters(
                host,
                role,
                (after.nanos() - before.nanos()) / 1e9,
                sharedKernel,
                underlay,
                cpus(),
                softirqs(),
                ProcTables.gone(
                        ProcTables.interrupts(before.file(rows), Set.of()),
                        ProcTables.interrupts(after.file(rows), Set.of())),
                queues.isEmpty()
                        ? List.of()
                        : ProcTables.gone(
                                ProcTables.interrupts(before.file(rows), queues),
                                ProcTables.interrupts(after.file(rows), queues)),
                softnet(),
                conntrack(),
                spaces());
    }

    private List<CpuTime> cpus() {
        Map<Integer, long[]> first = ProcTables.cpus(before.file("/proc/stat"));
        List<CpuTime> cpus = new ArrayList<>();
        ProcTables.cpus(after.file("/proc/stat")).forEach((cpu, now) -> {
            double[] spent = ProcTables.gone(first.getOrDefault(cpu, now), now).stream()
                    .mapToDouble(ticks -> Math.max(0, ticks) / TICKS) // iowait may go backwards, as proc(5) says
                    .toArray();
            cpus.add(new CpuTime(spent[0] + spent[1], spent[2], spent[6], spent[5], spent[7], spent[4], spent[3]));
        });
        return cpus;
    }

    private Map<String, List<Long>> softirqs() {
        Map<String, long[]> first = ProcTables.softirqs(before.file("/proc/softirqs"));
        Map<String, List<Long>> kinds = new LinkedHashMap<>();
        ProcTables.softirqs(after.file("/proc/softirqs")).forEach((kind, now) -> {
            List<Long> gone = ProcTables.gone(first.getOrDefault(kind, now), now);
            if (gone.stream().anyMatch(n -> n != 0)) {
                kinds.put(kind, gone);
            }
        });
        return kinds;
    }

    private List<Softnet> softnet() {
        String file = "/proc/net/softnet_stat";
        Map<Integer, long[]> first = ProcTables.softnet(before.file(file));
        List<Softnet> cpus = new ArrayList<>();
        ProcTables.softnet(after.file(file)).forEach((cpu, now) -> {
            long[] was = first.getOrDefault(cpu, now);
            cpus.add(new Softnet(
                    gone32(was, now, 0),
                    gone32(was, now, 1),
                    gone32(was, now, 2),
                    gone32(was, now, 9),
                    gone32(was, now, 10)));
        });
        return cpus;
    }

    /** The kernel's counters there have 32 bits and begin again at 0. */
    private static long gone32(long[] before, long[] after, int column) {
        return (after[column] - before[column]) & 0xffff_ffffL;
    }

    private @Nullable Conntrack conntrack() {
        String file = "/proc/net/stat/nf_conntrack";
        String count = after.file("/proc/sys/net/netfilter/nf_conntrack_count").strip();
        if (count.isEmpty()) {
            return null;
        }
        Map<String, Long> changes =
                changes(ProcTables.conntrack(before.file(file)), ProcTables.conntrack(after.file(file)));
        changes.remove("entries"); // the same number in every row, and told as such
        return new Conntrack(Long.parseLong(count), changes);
    }

    private List<NetworkSpace> spaces() {
        List<NetworkSpace> spaces = new ArrayList<>();
        spaces.add(space(NetworkSpace.HOST, "host", "/proc/net/"));
        after.files().keySet().stream()
                .filter(path -> path.matches("/proc/[0-9]+/net/dev"))
                .map(path -> path.substring(0, path.length() - "dev".length()))
                .forEach(path -> spaces.add(space(NetworkSpace.CONTAINER, "container", path)));
        after.files().keySet().stream().filter(path -> path.matches(OVERLAY)).forEach(path -> {
            String name = NetworkSpace.OVERLAY + " " + path.substring(path.lastIndexOf('/') + 1);
            NetworkSpace space = new NetworkSpace(name, Map.of(), devices(path, path));
            if (!space.devices().isEmpty()) {
                spaces.add(space);
            }
        });
        return spaces;
    }

    private NetworkSpace space(String name, String links, String folder) {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (String file : List.of("snmp", "netstat")) {
            counters.putAll(changes(
                    ProcTables.counters(before.file(folder + file)), ProcTables.counters(after.file(folder + file))));
        }
        return new NetworkSpace(name, counters, devices(folder + "dev", links));
    }

    private List<NetworkSpace.Device> devices(String file, String links) {
        return Links.of(after.file("links " + links))
                .devices(ProcTables.devices(before.file(file)), ProcTables.devices(after.file(file)));
    }

    /** Those that changed. */
    private static Map<String, Long> changes(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> changes = new LinkedHashMap<>();
        after.forEach((name, now) -> {
            long gone = now - before.getOrDefault(name, now);
            if (gone != 0) {
                changes.put(name, gone);
            }
        });
        return changes;
    }
}
