package io.tare.serve;

import io.tare.report.Reports;
import io.tare.report.RunsTable;
import io.tare.result.Progress;
import io.tare.result.RecordedRun;
import io.tare.result.ResultException;
import io.tare.result.RunEntry;
import io.tare.result.RunFolder;
import io.tare.result.SearchRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The runs in the folder, read again only where their files changed, and then so seldom that reading takes a hundredth of the time. Safe for use by
 * several threads.
 */
final class RunList {
    private static final int SHARE = 100;
    private static final int MOST_DAMAGE = 3;
    /** The files that a list tells of. */
    private static final List<String> TOLD =
            List.of(RunFolder.MANIFEST, RunFolder.SAMPLES, SearchRecord.FILE, Progress.FILE);

    private final NamedFolder runs;
    private final Launcher launcher;
    private final Map<Path, Read> known = new HashMap<>();

    RunList(NamedFolder runs, Launcher launcher) {
        this.runs = runs;
        this.launcher = launcher;
    }

    /** Which folders are runs: those with a manifest in them that is their own. */
    static boolean isRun(Path folder) {
        return Files.exists(folder.resolve(RunFolder.MANIFEST))
                && Stream.concat(TOLD.stream(), Stream.of(Reports.HTML))
                        .map(folder::resolve)
                        .noneMatch(file -> Files.exists(file) && !NamedFolder.inside(folder, file));
    }

    /** As {@code tare runs --json} has them, the newest first; those that this server started and that have no folder yet too. */
    synchronized List<Map<String, Object>> tree() {
        List<Path> folders = runs.entries();
        known.keySet().retainAll(folders);
        List<RunEntry> entries =
                new ArrayList<>(folders.stream().map(this::entry).toList());
        List<Map<String, Object>> tree = new ArrayList<>();
        for (Ran ran : launcher.all()) {
            if (folders.stream().noneMatch(f -> f.endsWith(ran.run())) && (ran.alive() || ran.failed())) {
                tree.add(beginning(ran));
            }
        }
        entries.stream().sorted((a, b) -> started(b).compareTo(started(a))).forEach(entry -> tree.add(told(entry)));
        return tree;
    }

    /** Whether any run goes on, or is about to: asked of the files themselves, for the list may be some time behind them. */
    boolean measuring() {
        return launcher.all().stream().anyMatch(Ran::alive)
                || runs.entries().stream().anyMatch(RunList::goesOn);
    }

    private static boolean goesOn(Path run) {
        try {
            return RunEntry.state(run, RecordedRun.manifest(run)).equals("running");
        } catch (ResultException _) {
            return false; // what cannot be read is not written either
        }
    }

    private static String started(RunEntry entry) {
        return entry.started() == null ? "" : String.valueOf(entry.started());
    }

    private static Map<String, Object> beginning(Ran ran) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("run", ran.run());
        told.put("state", ran.alive() ? "starting" : "failed");
        told.put("study", ran.study());
        told.put("report", false);
        told.put("damage", List.of());
        return told;
    }

    private static Map<String, Object> told(RunEntry entry) {
        Map<String, Object> told =
                new LinkedHashMap<>(RunsTable.tree(List.of(entry)).getFirst());
        told.put("run", String.valueOf(entry.folder().getFileName()));
        told.put("report", Files.exists(entry.folder().resolve(Reports.HTML)));
        told.put("damage", entry.damage().stream().limit(MOST_DAMAGE).toList());
        return told;
    }

    private RunEntry entry(Path folder) {
        Stamp stamp = Stamp.of(folder, TOLD);
        long now = System.nanoTime();
        Read read = known.get(folder);
        if (read == null
                || (now > read.again
                        && !(stamp.equals(read.stamp) && !read.entry.state().equals("running")))) {
            RunEntry entry = RunEntry.in(folder).getFirst();
            long end = System.nanoTime();
            read = new Read(stamp, entry, end + SHARE * (end - now));
            known.put(folder, read);
        }
        return read.entry;
    }

    /** @param again when it may be read again, as {@link System#nanoTime} counts */
    private record Read(Stamp stamp, RunEntry entry, long again) {}
}
