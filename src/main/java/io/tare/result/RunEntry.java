package io.tare.result;

import io.tare.study.Schedule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run as a list shows it.
 *
 * @param state {@code complete}, {@code running}, {@code cut off} (in order, or by a kill), {@code search}, {@code imported}, or {@code unreadable}
 * @param study its name; empty where the run cannot be read
 * @param started null where the run cannot be read
 * @param cells of the study
 * @param planned samples, of all cells
 * @param valid samples that count
 * @param damage what could not be read
 */
public record RunEntry(
        Path folder,
        String state,
        String study,
        @Nullable Instant started,
        int cells,
        long planned,
        int samples,
        long valid,
        List<String> damage) {
    public RunEntry {
        damage = List.copyOf(damage);
    }

    /** The runs directly in a folder, or the folder's own where it is a run; the oldest first, those that cannot be read last. */
    public static List<RunEntry> in(Path folder) {
        if (isRun(folder)) {
            return List.of(of(folder));
        }
        List<Path> runs;
        try (Stream<Path> entries = Files.list(folder)) {
            runs = entries.filter(RunEntry::isRun).toList();
        } catch (IOException e) {
            throw new ResultException(
                    "%s cannot be listed: %s. Name the folder that holds the runs.".formatted(folder, e), e);
        }
        List<RunEntry> listed = new ArrayList<>(runs.stream().map(RunEntry::of).toList());
        listed.sort(Comparator.comparing(RunEntry::started, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(entry -> entry.folder().toString()));
        return listed;
    }

    /** The share of its samples that count, 0 to 1; NaN where there are none. */
    public double share() {
        return samples == 0 ? Double.NaN : (double) valid / samples;
    }

    private static boolean isRun(Path folder) {
        return Files.exists(folder.resolve(RunFolder.MANIFEST));
    }

    private static RunEntry of(Path folder) {
        try {
            RecordedRun run = RecordedRun.read(folder);
            Manifest manifest = run.manifest();
            int cells = Schedule.cells(manifest.study()).size();
            return new RunEntry(
                    folder,
                    state(folder, manifest),
                    manifest.study().name(),
                    manifest.started(),
                    cells,
                    manifest.imported() != null
                            ? run.samples().size()
                            : (long) cells * manifest.study().samples(),
                    run.samples().size(),
                    run.samples().stream()
                            .filter(s -> s.outcome() == Sample.Outcome.VALID)
                            .count(),
                    run.damage());
        } catch (ResultException e) {
            return new RunEntry(folder, "unreadable", "", null, 0, 0, 0, 0, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** As {@link #state()} has it, of a run whose manifest is read already. */
    public static String state(Path folder, Manifest manifest) {
        if (Files.exists(folder.resolve(SearchRecord.FILE))) {
            return "search";
        }
        if (manifest.imported() != null) {
            return "imported";
        }
        return switch (manifest.state()) {
            case COMPLETE -> "complete";
            case PARTIAL -> "cut off";
            case RUNNING -> written(folder.resolve(RunFolder.SAMPLES)) ? "running" : "cut off";
        };
    }

    /** Whether a Tare holds the lock that it writes a run under; one that was killed does not. */
    private static boolean written(Path samples) {
        try (FileChannel channel = FileChannel.open(samples, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException _) {
            return true;
        } catch (IOException _) { // not ours to write: said to run, as its manifest says
            return Files.exists(samples);
        }
    }
}
