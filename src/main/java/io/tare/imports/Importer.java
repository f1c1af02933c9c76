package io.tare.imports;

import io.tare.imports.Agreement.Agreed;
import io.tare.imports.Gathering.Gathered;
import io.tare.result.Evidence;
import io.tare.result.Imported;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import io.tare.study.Schedule;
import io.tare.study.Study;
import io.tare.workload.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a run folder of files that other tools left. */
public final class Importer {
    private static final String NO_FILE = "no file of it was given";

    private Importer() {}

    /**
     * Reads the files and writes the folder, which must not exist or be empty. {@link ImportException} where a file cannot be used and is not to be skipped, or none can; nothing is written
     * then.
     *
     * @param tare the version to name as the writer
     * @return what was left out, one line each
     */
    public static List<String> into(Path folder, Import asked, String tare) {
        Gathered gathered = Gathering.of(asked);
        Agreed agreed = Agreement.of(gathered.trials());
        List<String> problems =
                gathered.sources().stream().flatMap(s -> s.problems().stream()).toList();
        if (!problems.isEmpty() && !asked.skipBroken()) {
            throw new ImportException(
                    "%s%nNothing was imported. Mend these, leave them out, or go on without them: --skip-broken"
                            .formatted(String.join(System.lineSeparator(), problems)));
        }
        if (agreed.trials().isEmpty()) {
            throw new ImportException(String.join(System.lineSeparator(), problems)
                    + "%nNothing was imported: no file is left.".formatted());
        }
        write(folder, asked, gathered, agreed, tare);
        return problems;
    }

    private static void write(Path folder, Import asked, Gathered gathered, Agreed agreed, String tare) {
        List<ImportedTrial> ordered = new ArrayList<>(agreed.trials());
        ordered.sort(Comparator.comparing(ImportedTrial::started)); // stable: as given where times are equal
        Map<Cell, Integer> counts = new LinkedHashMap<>();
        List<Sample> samples = new ArrayList<>();
        for (ImportedTrial trial : ordered) {
            Cell cell = cell(trial);
            samples.add(sample(trial, cell, counts.merge(cell, 1, Integer::sum), samples.size() + 1));
            trial.sources().forEach(source -> source.gave(samples.size()));
        }
        Imported imported =
                new Imported(gathered.sources().stream().map(Source::recorded).toList());
        long seed = seed(imported);
        Study study = ImportedStudy.of(asked, agreed.trials(), counts, seed);
        Instant last = samples.getLast().started();
        Manifest manifest = Manifest.begun(
                        tare,
                        asked.command() + "\n",
                        study,
                        seed,
                        samples.getFirst().started())
                .from(imported, ImportNotes.of(asked, agreed, imported))
                .withCells(cells(study, counts));
        try (RunFolder run = RunFolder.create(folder, manifest)) {
            for (int i = 0; i < samples.size(); i++) {
                Reading reading = ordered.get(i).found().reading();
                Sample sample = samples.get(i);
                if (reading != null) {
                    run.appendLatencies(sample.trial(), reading.histograms(), sample.started(), sample.seconds());
                }
                run.append(sample);
            }
            double measured = samples.stream()
                    .filter(s -> s.outcome() == Sample.Outcome.VALID)
                    .mapToDouble(Sample::seconds)
                    .sum();
            run.write(manifest.ended(Manifest.State.COMPLETE, last, new Manifest.Spent(measured, 0)));
        }
    }

    private static Cell cell(ImportedTrial trial) {
        return new Cell(trial.group().mode(), trial.group().tuning(), trial.workload());
    }

    private static Sample sample(ImportedTrial trial, Cell cell, int block, int number) {
        Reading reading = trial.found().reading();
        List<Verdict> verdicts = reading == null ? List.of() : reading.verdicts();
        return new Sample(
                Sample.VERSION,
                block,
                number,
                1,
                cell,
                "",
                Sample.Outcome.of(reading != null, verdicts),
                trial.started(),
                reading == null || Double.isNaN(reading.seconds()) ? 0 : reading.seconds(),
                reading == null ? List.of() : reading.metrics(),
                verdicts,
                List.of(),
                new Evidence(
                        List.of(),
                        reading == null ? 1 : 0,
                        "",
                        "",
                        trial.found().failure()),
                reading == null ? List.of() : reading.series());
    }

    private static List<CellFacts> cells(Study study, Map<Cell, Integer> counts) {
        return Schedule.cells(study).stream()
                .map(cell -> new CellFacts(
                        cell,
                        "",
                        null,
                        List.of(),
                        List.of(),
                        counts.containsKey(cell) ? "measured" : "unavailable",
                        counts.containsKey(cell) ? "" : NO_FILE))
                .toList();
    }

    /** Of the files' digests, so that the same files give the same intervals. */
    private static long seed(Imported imported) {
        return Integer.toUnsignedLong(imported.files().stream()
                        .map(Imported.SourceFile::sha256)
                        .toList()
                        .hashCode())
                >>> 1;
    }
}
