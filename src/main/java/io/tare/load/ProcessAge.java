package io.tare.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long this process has been running, from {@code /proc}: {@link ProcessHandle.Info#startInstant()} counts from a boot time in whole seconds, and so
 * is up to a second off.
 */
final class ProcessAge {
    private static final double TICKS_PER_SECOND = 100;
    /** Of the fields behind the command's name in {@code /proc/PID/stat}; proc(5) counts it as the 22nd of all. */
    private static final int START_TIME = 19;

    private ProcessAge() {}

    /** In s, to 10 ms; {@link Double#NaN} where {@code /proc} cannot be read. */
    static double seconds() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            String upTime = Files.readString(Path.of("/proc/uptime")).split(" ")[0];
            return Double.parseDouble(upTime) - Long.parseLong(fields[START_TIME]) / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException _) {
            return Double.NaN;
        }
    }
}
