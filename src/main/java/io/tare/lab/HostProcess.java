package io.tare.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that keeps a lab host alive, by its id, start time and boot, so that an id given to another process later, or by another
 * boot, is never taken for it.
 *
 * @param pid in the machine's own PID namespace
 * @param started in clock ticks since the boot, field 22 of {@code /proc/PID/stat}
 * @param boot {@code /proc/sys/kernel/random/boot_id}
 */
record HostProcess(long pid, long started, String boot) {
    /** The shell line that writes a process's identity to a file, as the file is then read here, before it becomes something else. */
    static final String WRITE_IDENTITY =
            "echo \"$$ $(cut -d' ' -f22 /proc/$$/stat) $(cat /proc/sys/kernel/random/boot_id)\" > \"$1.new\"; mv \"$1.new\" \"$1\"";

    static Optional<HostProcess> read(Path identity) {
        try {
            if (!Files.exists(identity)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(identity).strip().split(" ");
            return parts.length == 3
                    ? Optional.of(new HostProcess(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    boolean alive() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return !fields[0].equals("Z")
                    && Long.parseLong(fields[19]) == started
                    && Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                            .strip()
                            .equals(boot);
        } catch (IOException _) {
            return false;
        }
    }

    /** The first process inside of the host's PID namespace, by its id outside; empty before it was forked. */
    Optional<Long> init() {
        try {
            String children = Files.readString(Path.of("/proc/%d/task/%d/children".formatted(pid, pid)))
                    .strip();
            return children.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(children.split(" ")[0]));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Ends the host with all that runs on it, and waits until the kernel has done so. */
    void kill() {
        if (!alive()) {
            return;
        }
        Optional<ProcessHandle> init = init().flatMap(ProcessHandle::of);
        init.ifPresent(ProcessHandle::destroyForcibly);
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Waiting.until(
                "the end of process " + pid,
                10,
                () -> !alive() && init.map(p -> !p.isAlive()).orElse(true));
    }
}
