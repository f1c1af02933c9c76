package io.tare.serve;

import io.tare.report.Reports;
import io.tare.result.Progress;
import io.tare.result.RunEntry;
import io.tare.result.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run is doing, as the page shows it. */
record RunNow(Path folder, Launcher launcher) {
    private static final int NEXT = 8;

    /** Without a manifest: it has not begun, or not come so far. */
    Map<String, Object> tree() {
        Map<String, Object> told = new LinkedHashMap<>();
        Optional<Ran> ran = launcher.find(name());
        told.put("state", ran.isEmpty() ? "gone" : ran.get().alive() ? "starting" : "failed");
        own(ran, told);
        return told;
    }

    /** @param last its last sample, or null */
    Map<String, Object> tree(RunHead head, Upcoming upcoming, @Nullable Sample last) {
        Map<String, Object> told = new LinkedHashMap<>();
        Optional<Ran> ran = launcher.find(name());
        String written = RunEntry.state(folder, head.manifest());
        String state = written.equals("cut off") && ran.filter(Ran::alive).isPresent() ? "running" : written;
        told.put("state", state);
        own(ran, told);
        told.put("resumable", state.equals("cut off"));
        told.put("report", Files.exists(folder.resolve(Reports.HTML)));
        if (state.equals("running")) {
            Progress progress = Progress.read(folder).orElse(Progress.NONE);
            Progress.Running trial = progress.trial();
            told.put("step", progress.step());
            told.put("ends", progress.ends() == null ? null : String.valueOf(progress.ends()));
            told.put("trial", trial == null ? null : told(trial, head));
            int begun = trial != null && !trial.warmup() ? 1 : 0; // the first of them is under way
            told.put(
                    "next",
                    upcoming.after(last, NEXT + begun).stream()
                            .skip(begun)
                            .map(next -> List.of(next.block(), head.cells().indexOf(next.cell())))
                            .toList());
        }
        return told;
    }

    private static Map<String, Object> told(Progress.Running trial, RunHead head) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("cell", head.cells().indexOf(trial.cell()));
        told.put("warmup", trial.warmup());
        told.put("number", trial.number());
        told.put("of", trial.of());
        told.put("begun", trial.begun().toString());
        return told;
    }

    private static void own(Optional<Ran> ran, Map<String, Object> told) {
        told.put("stoppable", ran.filter(r -> r.alive() && !r.stopping()).isPresent());
        told.put("stopping", ran.filter(r -> r.alive() && r.stopping()).isPresent());
        told.put("said", ran.filter(Ran::failed).map(Ran::said).orElse(""));
    }

    private String name() {
        return String.valueOf(folder.getFileName());
    }
}
