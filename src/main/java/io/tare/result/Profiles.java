package io.tare.result;

import io.tare.study.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder {@code profile} of a run: what the CPUs did in the trial of each cell that perf sampled, one file a cell and host, {@code
 * overlay_iperf3-tcp_client.folded}. A line is a stack and how often it was met, {@code COMMAND;OUTERMOST;…;INNERMOST COUNT}: the format that flame
 * graphs are drawn from.
 */
public final class Profiles {
    static final String FOLDER = "profile";
    /** Whose CPUs a profile is of where hosts share a kernel. */
    public static final String MACHINE = "machine";

    private Profiles() {}

    /** The path of a profile within its run's folder. {@code of} is a role, or {@link #MACHINE}. */
    public static Path path(Cell cell, String of) {
        String tuning = cell.untuned() ? "" : "+" + cell.tuning();
        return Path.of(FOLDER, "%s%s_%s_%s.folded".formatted(cell.mode(), tuning, cell.workload(), of));
    }

    /** The stacks of a cell by whose they are; empty where it was not sampled. */
    public static Map<String, List<String>> of(RecordedRun run, Cell cell) {
        Map<String, List<String>> profiles = new LinkedHashMap<>();
        for (String of : List.of(MACHINE, "client", "server", "host")) {
            Path file = run.folder().resolve(path(cell, of));
            try {
                if (Files.exists(file)) {
                    profiles.put(of, Files.readAllLines(file));
                }
            } catch (IOException e) {
                throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        return profiles;
    }
}
