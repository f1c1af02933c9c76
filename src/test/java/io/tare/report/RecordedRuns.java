package io.tare.report;

import io.tare.result.RecordedRun;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Runs as they were recorded, without what no test here reads. */
final class RecordedRuns {
    private RecordedRuns() {}

    /** {@code tare run studies/haruna2019.yaml --samples 6 --seconds 2} on a namespace lab of two busy CPUs. */
    static RecordedRun haruna2019Short() {
        URL folder = Objects.requireNonNull(RecordedRuns.class.getResource("haruna2019-short"));
        try {
            return RecordedRun.read(Path.of(folder.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
