package io.tare.result;

import io.tare.result.Manifest.CellFacts;
import io.tare.study.Cell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run as plain figures: its manifest, and for each cell the values of its valid samples. It is what runs are compared by, and small enough to keep
 * as a {@link Baseline}.
 *
 * @param source where it was read from, as the user named it
 * @param samples how many the run has, of whatever outcome
 * @param cells those of the study in its order, then any other that has samples
 * @param damage what could not be read, one sentence each
 */
public record RunFigures(String source, Manifest manifest, int samples, List<CellFigures> cells, List<String> damage) {
    public RunFigures {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(manifest, "manifest is null");
        cells = List.copyOf(cells);
        damage = List.copyOf(damage);
    }

    /** Of a run folder, or of a baseline that was kept of one; {@link ResultException} where it is neither. */
    public static RunFigures read(Path path) {
        return Files.isRegularFile(path) ? Baseline.read(path) : of(RecordedRun.read(path));
    }

    public static RunFigures of(RecordedRun run) {
        Map<Cell, CellFacts> facts = run.manifest().facts();
        List<CellFigures> cells = run.byCell().entrySet().stream()
                .map(e -> cell(e.getKey(), e.getValue(), Optional.ofNullable(facts.get(e.getKey()))))
                .toList();
        return new RunFigures(
                run.folder().toString(), run.manifest(), run.samples().size(), cells, run.damage());
    }

    public Optional<CellFigures> cell(Cell cell) {
        return cells.stream().filter(c -> c.cell().equals(cell)).findFirst();
    }

    public int valid() {
        return cells.stream().mapToInt(CellFigures::valid).sum();
    }

    private static CellFigures cell(Cell cell, List<Sample> samples, Optional<CellFacts> known) {
        Map<String, Measurement> metrics = new LinkedHashMap<>();
        Map<String, List<Double>> values = new HashMap<>();
        for (Sample sample : samples) {
            if (sample.outcome() != Sample.Outcome.VALID) {
                continue;
            }
            for (Measurement m : sample.metrics()) {
                metrics.putIfAbsent(m.metric(), m);
                List<Double> of = values.computeIfAbsent(m.metric(), _ -> new ArrayList<>());
                if (Double.isFinite(m.value())) {
                    of.add(m.value());
                }
            }
        }
        String dataPath = known.map(CellFacts::dataPath)
                .filter(path -> !path.isEmpty())
                .orElse(samples.isEmpty() ? "" : samples.getFirst().dataPath());
        return new CellFigures(
                cell,
                dataPath,
                known.map(CellFacts::reason).orElse(""),
                count(samples, Sample.Outcome.VALID),
                count(samples, Sample.Outcome.INVALID),
                count(samples, Sample.Outcome.FAILED),
                metrics.values().stream()
                        .map(m -> new Figures(
                                m.metric(), m.unit(), m.better(), values.getOrDefault(m.metric(), List.of())))
                        .toList());
    }

    private static int count(List<Sample> samples, Sample.Outcome outcome) {
        return Math.toIntExact(
                samples.stream().filter(s -> s.outcome() == outcome).count());
    }
}
