package io.tare.imports;

import io.tare.workload.FoundTrial;
import io.tare.workload.OutputFormat;
import java.time.Instant;
import java.util.List;

/**
 * A trial of an import.
 *
 * @param sources the files it was read from: one, or one a thread
 */
record ImportedTrial(Import.Group group, FoundTrial found, List<Source> sources) {
    ImportedTrial {
        sources = List.copyOf(sources);
    }

    OutputFormat format() {
        return sources.getFirst().format().orElseThrow();
    }

    /** As its file says, else when that was last written. */
    Instant started() {
        Instant told = found.started();
        return told != null ? told : sources.getFirst().text().changed();
    }

    /** As it is named for the import, else as the tool is called; empty where neither is known. */
    String workload() {
        return group.workload().isEmpty() ? found.workload() : group.workload();
    }

    ImportedTrial named(String workload) {
        return new ImportedTrial(
                new Import.Group(group.mode(), group.tuning(), workload, group.files()), found, sources);
    }

    void wrong(String problem) {
        sources.getFirst().wrong(problem);
    }
}
