package io.tare.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The kernel's tables in {@code /proc} as numbers: see proc(5), and the kernel's net/core/net-procfs.c for softnet_stat. */
final class ProcTables {
    private ProcTables() {}

    /** {@code /proc/stat}: the ticks of each CPU, by the CPU's number, in the file's order: user, nice, system, idle, iowait, irq, softirq, steal. */
    static Map<Integer, long[]> cpus(String stat) {
        Map<Integer, long[]> cpus = new LinkedHashMap<>();
        stat.lines()
                .map(ProcTables::words)
                .filter(words -> words.length > 8 && words[0].matches("cpu[0-9]+"))
                .forEach(words -> cpus.put(Integer.parseInt(words[0].substring(3)), numbers(words, 1, 9)));
        return cpus;
    }

    /** {@code /proc/softirqs}: one number a CPU, by kind. */
    static Map<String, long[]> softirqs(String text) {
        Map<String, long[]> kinds = new LinkedHashMap<>();
        text.lines()
                .skip(1)
                .map(ProcTables::words)
                .filter(words -> words.length > 1)
                .forEach(words ->
                        kinds.put(words[0].substring(0, words[0].length() - 1), numbers(words, 1, words.length)));
        return kinds;
    }

    /** {@code /proc/interrupts}: the sums, one a CPU, of the numbered rows, or of those alone whose number is in {@code only} where it is not empty. */
    static long[] interrupts(String text, Set<String> only) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            return new long[0];
        }
        int cpus = words(lines.getFirst()).length;
        long[] sums = new long[cpus];
        for (String line : lines.subList(1, lines.size())) {
            String[] words = words(line);
            String number = words[0].replace(":", "");
            boolean counts = only.isEmpty() ? number.matches("[0-9]+") : only.contains(number);
            if (counts && words.length > cpus) {
                for (int cpu = 0; cpu < cpus; cpu++) {
                    sums[cpu] += Long.parseLong(words[cpu + 1]);
                }
            }
        }
        return sums;
    }

    /** {@code /proc/net/softnet_stat}, in hexadecimal: one row a CPU, with the CPU's number in the thirteenth column on kernels since 5.10. */
    static Map<Integer, long[]> softnet(String text) {
        Map<Integer, long[]> rows = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            long[] row = Stream.of(words(line))
                    .mapToLong(word -> Long.parseLong(word, 16))
                    .toArray();
            if (row.length >= 11) {
                rows.put(row.length > 12 ? (int) row[12] : rows.size(), row);
            }
        }
        return rows;
    }

    /** {@code /proc/net/stat/nf_conntrack}, in hexadecimal, one row a CPU: the sums by the names of the first line. */
    static Map<String, Long> conntrack(String text) {
        List<String> lines = text.lines().toList();
        Map<String, Long> sums = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            return sums;
        }
        String[] names = words(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            String[] words = words(line);
            for (int i = 0; i < Math.min(names.length, words.length); i++) {
                sums.merge(names[i], Long.parseLong(words[i], 16), Long::sum);
            }
        }
        return sums;
    }

    /** {@code /proc/net/snmp} and {@code /proc/net/netstat}: pairs of a line of names and a line of values, named as {@code nstat} does. */
    static Map<String, Long> counters(String text) {
        Map<String, Long> counters = new LinkedHashMap<>();
        List<String[]> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(ProcTables::words)
                .toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] names = lines.get(i);
            String[] values = lines.get(i + 1);
            String group = names[0].replace(":", "");
            for (int k = 1; k < Math.min(names.length, values.length); k++) {
                counters.put(group + names[k], Long.parseLong(values[k]));
            }
        }
        return counters;
    }

    /** {@code /proc/net/dev}: by device, received bytes, packets, errors, drops, then the same sent. */
    static Map<String, long[]> devices(String text) {
        Map<String, long[]> devices = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.lastIndexOf(':');
            if (colon > 0) {
                long[] row = numbers(words(line.substring(colon + 1)), 0, 16);
                devices.put(
                        line.substring(0, colon).strip(),
                        new long[] {row[0], row[1], row[2], row[3], row[8], row[9], row[10], row[11]});
            }
        }
        return devices;
    }

    /** How far each went on; by the shorter of the two. */
    static List<Long> gone(long[] before, long[] after) {
        List<Long> gone = new ArrayList<>();
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            gone.add(after[i] - before[i]);
        }
        return gone;
    }

    private static String[] words(String line) {
        return line.strip().split("\\s+");
    }

    private static long[] numbers(String[] words, int from, int to) {
        long[] numbers = new long[to - from];
        for (int i = from; i < Math.min(to, words.length); i++) {
            numbers[i - from] = Long.parseLong(words[i]);
        }
        return numbers;
    }
}
