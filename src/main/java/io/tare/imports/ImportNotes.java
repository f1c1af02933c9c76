package io.tare.imports;

import io.tare.imports.Agreement.Agreed;
import io.tare.result.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a reader of an imported run has to know. */
final class ImportNotes {
    private ImportNotes() {}

    static List<String> of(Import asked, Agreed agreed, Imported imported) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Imported from files: Tare measured none of it. Nothing is known of the hosts, their kernels, CPU and network, nor of what carried the packets of"
                        + " a mode; the modes' names are those given to the import.");
        notes.add(
                "Answers were not checked: no gate proved before the trials that the path works and serves the right bytes, and only what the tools themselves say of errors was looked at.");
        notes.add(
                "The order of the trials was not Tare's: where one mode was measured after the other, a drift of the machines looks like a difference between them. "
                        + order(agreed));
        Set<String> rates = rateUnknown(asked, agreed);
        if (!rates.isEmpty()) {
            notes.add(
                    "%s: the rate that was offered is not in the files, so that it was reached is not checked (tare import --rate N)"
                            .formatted(String.join(", ", rates)));
        }
        notes.addAll(agreed.notes());
        imported.files().stream()
                .filter(file -> !file.problem().isEmpty())
                .map(file -> "%s: left out, in whole or in part: %s".formatted(file.name(), file.problem()))
                .forEach(notes::add);
        return notes;
    }

    private static String order(Agreed agreed) {
        Set<String> silent = agreed.trials().stream()
                .filter(trial -> trial.found().started() == null)
                .map(trial -> trial.format().name())
                .collect(Collectors.toCollection(TreeSet::new));
        return silent.isEmpty()
                ? "They stand in the order of the times in the files."
                : "They stand in the order of the times in the files, or of when a file was last written where it says none (%s)."
                        .formatted(String.join(", ", silent));
    }

    /** Workloads at a rate that nobody told: their operations a second are no result. */
    private static Set<String> rateUnknown(Import asked, Agreed agreed) {
        return asked.offered() > 0
                ? Set.of()
                : agreed.trials().stream()
                        .filter(trial -> trial.found().workload().equals("wrk2")
                                || "kept".equals(trial.found().settings().get("rate")))
                        .map(ImportedTrial::workload)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
