package io.tare.load;

import java.util.Map;

/**
 * A load and its outcome, ready to be printed.
 *
 * @param tool {@code tare load http} or {@code tare load memcached}
 * @param parameters as they were understood, in the order they are shown
 * @param bothWays whether throughput counts the bytes sent with those received, as memtier_benchmark does, or only those received, as wrk2 does
 * @param startUpSeconds from the start of the process to the first load; warm-up and pre-fill come after
 */
record Report(String tool, Map<String, Object> parameters, boolean bothWays, double startUpSeconds, Outcome outcome) {
    /** KB/s, with 1 KB of 1024 bytes as in wrk2 and memtier_benchmark. */
    double throughput() {
        Tally tally = outcome.tally();
        long bytes = tally.receivedBytes + (bothWays ? tally.sentBytes : 0);
        return bytes / 1024.0 / outcome.seconds();
    }

    /** The version of Tare that made it. */
    static String version() {
        String version = Report.class.getPackage().getImplementationVersion();
        return version == null ? "unbuilt" : version;
    }
}
