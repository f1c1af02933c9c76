package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyLogTest {
    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(17, "get", of(80_000, 90_000), STARTED, 2);
            log.append(17, "set", of(120_000), STARTED, 2);
        }
        assertThat(read()).containsExactly("17.get 2 80000", "17.set 1 120000");
    }

    @Test
    void theFieldsOwnReaderReadsIt() throws IOException {
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(17, "all", of(80_000), STARTED, 2);
        }
        try (HistogramLogReader reader =
                new HistogramLogReader(folder.resolve(LatencyLog.FILE).toFile())) {
            EncodableHistogram histogram = reader.nextIntervalHistogram();
            assertThat(histogram.getTag()).isEqualTo("17.all");
            assertThat(histogram.getStartTimeStamp()).isEqualTo(STARTED.toEpochMilli());
            assertThat(((Histogram) histogram).getTotalCount()).isEqualTo(1);
        }
    }

    @Test
    void aRunThatGoesOnAddsToItsLog() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(1, "all", of(1_000), STARTED, 2);
        }
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(2, "all", of(2_000), STARTED, 2);
        }
        assertThat(read()).containsExactly("1.all 1 1000", "2.all 1 2000");
    }

    @Test
    void ofATrialRunAgainTheLastCounts() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(1, "all", of(1_000), STARTED, 2);
            log.append(1, "all", of(9_000, 9_000), STARTED, 2);
        }
        assertThat(read()).containsExactly("1.all 2 9000");
    }

    @Test
    void aLineCutOffIsToldAndTheRestIsRead() throws IOException {
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(1, "all", of(1_000), STARTED, 2);
        }
        Files.writeString(
                folder.resolve(LatencyLog.FILE), "Tag=2.all,1.000,2.000,0.001,HISTFAAAAB", StandardOpenOption.APPEND);
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(3, "all", of(3_000), STARTED, 2);
        }
        List<String> seen = new ArrayList<>();
        List<String> damage = LatencyLog.read(folder, (trial, operation, histogram) -> seen.add(trial + operation));
        assertThat(seen).containsExactly("1all", "3all");
        assertThat(damage).singleElement().asString().startsWith("latency.hlog line 5 cannot be read");
    }

    @Test
    void anInterruptDoesNotCutItOff() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            Thread.currentThread().interrupt();
            log.append(1, "all", of(1_000), STARTED, 2);
            assertThat(Thread.interrupted()).isTrue();
            log.append(2, "all", of(1_000), STARTED, 2);
        }
        assertThat(read()).hasSize(2);
    }

    @Test
    void withoutALogThereIsNothing() {
        assertThat(read()).isEmpty();
    }

    @Test
    void anOperationIsAWord() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            assertThatThrownBy(() -> log.append(1, "a,b", of(1), STARTED, 2))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<String> read() {
        List<String> seen = new ArrayList<>();
        assertThat(LatencyLog.read(
                        folder,
                        (trial, operation, h) -> seen.add("%d.%s %d %d"
                                .formatted(
                                        trial,
                                        operation,
                                        h.getTotalCount(),
                                        h.lowestEquivalentValue(h.getMinNonZeroValue())))))
                .isEmpty();
        return seen;
    }

    private static Histogram of(long... nanoseconds) {
        Histogram histogram = new Histogram(5);
        for (long value : nanoseconds) {
            histogram.recordValue(value);
        }
        return histogram;
    }
}
