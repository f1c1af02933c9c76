package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.LatencyLog;
import io.tare.result.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatenciesTest {
    @TempDir
    Path folder;

    @Test
    void percentilesAreThoseOfAllValidTrialsTogether() {
        RecordedRun made = HandMadeRun.of("host")
                .workload("memcached-text")
                .valid("host", 1, 1)
                .invalid("host", "duration", 1)
                .run();
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(1, "get", oneToThousandMicroseconds(1), Instant.EPOCH, 2);
            log.append(2, "get", oneToThousandMicroseconds(1), Instant.EPOCH, 2);
            log.append(3, "get", oneToThousandMicroseconds(1_000), Instant.EPOCH, 2); // the invalid trial's
        }
        LatencyTable table = table(made);
        LatencyTable.Row row = table.rows().getFirst();
        assertThat(row.trials()).isEqualTo(2);
        assertThat(row.operations()).isEqualTo(2_000);
        assertThat(row.quoted().get(0)).isCloseTo(0.5, within(0.001)); // three digits kept
        assertThat(row.quoted().get(2)).isCloseTo(0.99, within(0.001));
        assertThat(row.quoted().get(3))
                .as("p99.9 has only two operations above it")
                .isNaN();
        assertThat(row.max()).isCloseTo(1.0, within(0.001));
    }

    /** As in a trial's own metrics. */
    @Test
    void tenThousandOperationsCarryTheirLastTen() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            Histogram histogram = oneToThousandMicroseconds(1);
            for (int i = 0; i < 9; i++) {
                histogram.add(oneToThousandMicroseconds(1));
            }
            log.append(1, "get", histogram, Instant.EPOCH, 2);
        }
        LatencyTable.Row row =
                table(HandMadeRun.of("host").valid("host", 1).run()).rows().getFirst();
        assertThat(row.operations()).isEqualTo(10_000);
        assertThat(row.quoted().get(3)).isCloseTo(0.999, within(0.001));
    }

    @Test
    void aCurveRisesAndEndsWhereTheOperationsDo() {
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(1, "get", oneToThousandMicroseconds(1), Instant.EPOCH, 2);
        }
        LatencyTable.Row row =
                table(HandMadeRun.of("host").valid("host", 1).run()).rows().getFirst();
        assertThat(row.curve())
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(LatencyTable.Share::milliseconds));
        assertThat(row.curve().getLast().percentile()).isCloseTo(99.9, within(1e-6));
    }

    @Test
    void whatCannotBeReadIsTold() throws IOException {
        Files.writeString(folder.resolve("latency.hlog"), "Tag=1.get,0,0,0,nonsense\n");
        Analysis analysis =
                Analysis.of(in(HandMadeRun.of("host").valid("host", 1).run()));
        assertThat(analysis.damage()).singleElement().asString().startsWith("latency.hlog line 1 cannot be read");
        assertThat(TextReport.of(analysis).render(80, false)).contains("latency.hlog line 1");
    }

    @Test
    void theTableIsWrittenAsCsv() throws IOException {
        RecordedRun made = HandMadeRun.of("host").valid("host", 1).run();
        try (LatencyLog log = LatencyLog.open(folder)) {
            log.append(1, "all", oneToThousandMicroseconds(1), Instant.EPOCH, 2);
        }
        Path csv = Reports.write(in(made)).latency().orElseThrow();
        assertThat(Files.readAllLines(csv))
                .first()
                .isEqualTo("workload,operation,mode,data_path,tuning,operations,percentile,unit,value");
        assertThat(Files.readAllLines(csv))
                .element(1)
                .asString()
                .startsWith("iperf3-tcp,all,host,host,none,1000,50.0,ms,0.5");
    }

    private LatencyTable table(RecordedRun made) {
        return Analysis.of(in(made)).workloads().getFirst().latencies().getFirst();
    }

    private RecordedRun in(RecordedRun made) {
        return new RecordedRun(folder, made.manifest(), made.samples(), made.damage());
    }

    private static Histogram oneToThousandMicroseconds(int times) {
        Histogram histogram = new Histogram(3);
        for (int i = 1; i <= 1_000; i++) {
            histogram.recordValue(i * 1_000L * times);
        }
        return histogram;
    }
}
