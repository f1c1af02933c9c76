package io.tare.report;

import io.tare.result.RunEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list of runs, for people and for programs. */
public final class RunsTable {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int FOLDER = 44;
    private static final int STUDY = 16;

    private RunsTable() {}

    /** One line a run, and below them what could not be read. */
    public static String text(List<RunEntry> runs, int columns) {
        TextTable table =
                new TextTable().row(List.of("run", "study", "started (UTC)", "state", "cells", "samples", "valid"));
        for (RunEntry run : runs) {
            Instant started = run.started();
            table.row(List.of(
                    TextTable.cutInside(Plain.line(run.folder().toString()), FOLDER),
                    TextTable.cut(Plain.line(run.study()), STUDY),
                    started == null ? Numbers.NONE : WHEN.format(started),
                    run.state(),
                    Integer.toString(run.cells()),
                    run.samples() == run.planned() || run.state().equals("search")
                            ? Numbers.count(run.samples())
                            : "%s/%s".formatted(Numbers.count(run.samples()), Numbers.count(run.planned())),
                    Double.isNaN(run.share()) ? Numbers.NONE : "%.0f%%".formatted(Math.floor(100 * run.share()))));
        }
        List<String> lines = new ArrayList<>();
        table.lines().forEach(line -> lines.add(TextTable.cut(line.stripTrailing(), columns)));
        for (RunEntry run : runs) {
            run.damage().stream()
                    .limit(3)
                    .forEach(d -> lines.addAll(TextNotes.wrap("%s: %s".formatted(run.folder(), d), "  ", columns)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** What {@code --json} prints. */
    public static List<Map<String, Object>> tree(List<RunEntry> runs) {
        return runs.stream().map(RunsTable::tree).toList();
    }

    private static Map<String, Object> tree(RunEntry run) {
        Map<String, Object> told = new LinkedHashMap<>();
        Instant started = run.started();
        told.put("run", run.folder().toString());
        told.put("state", run.state());
        told.put("study", run.study());
        told.put("started", started == null ? null : started.toString());
        told.put("cells", run.cells());
        told.put("planned", run.planned());
        told.put("samples", run.samples());
        told.put("valid", run.valid());
        told.put("damage", run.damage());
        return told;
    }
}
