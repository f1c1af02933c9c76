package io.tare.serve;

import io.tare.report.Hues;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.study.Cell;
import io.tare.study.Choice;
import io.tare.study.Schedule;
import io.tare.study.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run's manifest says, as the page shows it.
 *
 * @param cells of the study in its order; the page knows them by their place
 * @param facts what became of each, as far as is known
 */
record RunHead(Manifest manifest, List<Cell> cells, Map<Cell, CellFacts> facts) {
    static RunHead of(Manifest manifest) {
        return new RunHead(manifest, Schedule.cells(manifest.study()), manifest.facts());
    }

    /** Whether it will be measured, as far as is known. */
    boolean open(Cell cell) {
        CellFacts known = facts.get(cell);
        return known == null || known.outcome().equals("measured");
    }

    Map<String, Object> tree() {
        Study study = manifest.study();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("study", study.name());
        told.put("description", study.description());
        told.put("started", manifest.started().toString());
        told.put("seed", manifest.seed());
        told.put("sampling", study.sampling());
        told.put("samples", study.samples());
        told.put("seconds", study.seconds());
        told.put("baseline", study.baseline());
        told.put("testbed", study.testbed().words());
        told.put("placement", manifest.placed());
        told.put("notes", manifest.notes());
        Hues hues = Hues.of(study.modes().stream().map(Choice::name).toList());
        told.put("cells", cells.stream().map(cell -> told(cell, hues)).toList());
        return told;
    }

    private Map<String, Object> told(Cell cell, Hues hues) {
        CellFacts known = facts.get(cell);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("label", cell.label());
        told.put("mode", cell.mode());
        told.put("workload", cell.workload());
        told.put("tuned", !cell.untuned());
        told.put("hue", hues.of(cell.mode()));
        told.put("path", known == null ? "" : known.dataPath());
        told.put("lacks", known == null ? "" : known.reason());
        return told;
    }
}
