package io.tare.result;

import io.tare.study.Cell;
import io.tare.study.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * A run read back from its folder.
 *
 * @param samples in the order they were recorded, without the words of checks that were passed; those stay in the file
 * @param damage what could not be read, one sentence each; the rest is used
 */
public record RecordedRun(Path folder, Manifest manifest, List<Sample> samples, List<String> damage) {
    public RecordedRun {
        Objects.requireNonNull(folder, "folder is null");
        Objects.requireNonNull(manifest, "manifest is null");
        samples = List.copyOf(samples);
        damage = List.copyOf(damage);
    }

    /** Reads a run folder; {@link ResultException} where it is none, or is from a newer Tare. */
    public static RecordedRun read(Path folder) {
        Path file = folder.resolve(RunFolder.SAMPLES);
        try {
            // the size first: what these lines have was put into the manifest before them
            long size = Files.exists(file) ? Files.size(file) : 0;
            Manifest manifest = manifest(folder);
            if (size == 0) {
                return new RecordedRun(folder, manifest, List.of(), List.of());
            }
            SampleFile read = SampleFile.read(file, size, manifest.metrics());
            return new RecordedRun(folder, manifest, read.samples(), read.damage());
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The run walked every block of its study. Cells that were unavailable or given up are missing all the same, and failed trials stay failed. */
    public boolean complete() {
        return manifest.state() == Manifest.State.COMPLETE;
    }

    /** Its samples by their cells in the order they ran: the study's cells in its order, those without samples too, then any other. */
    public Map<Cell, List<Sample>> byCell() {
        Map<Cell, List<Sample>> cells = new LinkedHashMap<>();
        Schedule.cells(manifest.study()).forEach(cell -> cells.put(cell, new ArrayList<>()));
        samples.forEach(
                s -> cells.computeIfAbsent(s.cell(), _ -> new ArrayList<>()).add(s));
        return cells;
    }

    /** The manifest alone; {@link ResultException} as {@link #read}. */
    public static Manifest manifest(Path folder) {
        Path file = folder.resolve(RunFolder.MANIFEST);
        if (!Files.exists(file)) {
            throw new ResultException("%s is no run folder: it has no %s. 'tare run' prints the folder of each run."
                    .formatted(folder, RunFolder.MANIFEST));
        }
        try {
            var tree = Json.LINES.readTree(Files.readAllBytes(file));
            int version = tree.path("version").asInt(0);
            if (version > Manifest.VERSION) {
                throw new ResultException("%s is of format version %d; this Tare reads up to %d. Use a newer Tare."
                        .formatted(file, version, Manifest.VERSION));
            }
            Manifest manifest = Json.LINES.treeToValue(tree, Manifest.class);
            if (manifest == null) {
                throw new ResultException("%s is damaged: there is nothing in it.".formatted(file));
            }
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new ResultException("%s is damaged: %s".formatted(file, firstLine(e)), e);
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    static String firstLine(Exception e) {
        return e instanceof JacksonException j ? j.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
