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
        return read("haruna2019-short");
    }

    /** Six samples of PostgreSQL over host, overlay and weave with and without rps, on a machine so busy that they say nothing. */
    static RecordedRun chapter6Noisy() {
        return read("chapter6-noisy");
    }

    /** Six samples of PostgreSQL at 300 transactions/s over host, overlay and overlay with rps, with their counters, on a quiet machine: rps makes it slower. */
    static RecordedRun rpsInVain() {
        return read("rps-in-vain");
    }

    private static RecordedRun read(String name) {
        URL folder = Objects.requireNonNull(RecordedRuns.class.getResource(name));
        try {
            return RecordedRun.read(Path.of(folder.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
