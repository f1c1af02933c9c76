package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.lab.MachineState;
import io.tare.result.LatencyLog;
import io.tare.result.Measurement;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every application on the real lab, and what becomes of those that go wrong: a named verdict or a reason, never a hang or a silent number. */
@Tag("lab")
class ApplicationsLabTest {
    private static final String LAB = "check-apps";

    @TempDir
    private Path folder;

    private MachineState before;

    @BeforeEach
    void remember() {
        before = MachineState.cleared(LAB);
    }

    @AfterEach
    void leftNothing() {
        assertThat(MachineState.cleared(LAB)).isEqualTo(before);
    }

    @Test
    void everyApplicationIsMeasuredOverHostOverlayAndWeave() throws Exception {
        RecordedRun run = run("24 trials", """
                modes: [host, overlay, weave]
                workloads:
                  - memcached-text
                  - memcached-binary
                  - nginx-1kb: {rate: 500}
                  - nginx-1mb: {rate: 20}
                  - postgresql-300: {rate: 50, clients: 10}
                  - postgresql-500: {rate: 80, clients: 10}
                  - redis
                  - iperf3-tcp
                samples: 1
                seconds: 1
                warm-up: 0
                """);
        assertThat(run.samples()).hasSize(24).allSatisfy(sample -> {
            assertThat(sample.outcome())
                    .as(sample.cell() + ": " + sample.evidence())
                    .isNotEqualTo(Sample.Outcome.FAILED);
            assertThat(sample.metrics()).extracting(Measurement::metric).contains("cpu.client", "cpu.server");
            assertThat(sample.verdicts())
                    .filteredOn(
                            v -> Set.of("errors", "status", "length", "misses").contains(v.name()))
                    .extracting(Verdict::level)
                    .doesNotContain(Verdict.Level.NOTE, Verdict.Level.INVALID);
        });
        // without Weave's router something else carries its packets, and that is said wherever it was measured
        assertThat(run.manifest().cells())
                .filteredOn(c -> c.cell().mode().equals("weave"))
                .hasSize(8)
                .allSatisfy(c -> assertThat(c.dataPath().equals("fastdp-equivalent"))
                        .as(c.dataPath())
                        .isEqualTo(c.standIn() != null && c.standIn().contains("Weave Net's router did not run")));
        Set<String> operations = new TreeSet<>();
        assertThat(LatencyLog.read(run.folder(), (trial, operation, histogram) -> operations.add(operation)))
                .isEmpty();
        assertThat(operations).containsExactly("all", "get", "raw", "set");
    }

    @Test
    void whatGoesWrongIsNamed() throws Exception {
        RecordedRun run = run("5 trials", """
                modes: [host]
                workloads:
                  # more clients than the server has room for
                  - postgresql-300: {max-connections: 50}
                  # a page that is not there, with and without the gate
                  - nginx-1kb: {as: gated, path: /none}
                  - nginx-1kb: {as: ungated, path: /none, check: false, rate: 200}
                  # more values than fit
                  - memcached-text: {as: full, memory: 8, evict: false, size: 10K, keys: 3000, threads: 1, connections: 5}
                  # a real tool that nobody brought
                  - wrk2
                  # a server that ends in the middle of the trial
                  - dying:
                      server: {command: 'timeout 4 memcached --port={port} --user=nobody'}
                      client: {command: 'tare-load memcached --json --server {server} --port {port} --warm-up 0s --test-time 6s', exit-codes: [0, 1]}
                      metrics: {refused: {unit: operations, pointer: /errors/connect}}
                      verdicts: {refused: {metric: refused, at-most: 0}}
                  - redis
                samples: 1
                seconds: 1
                warm-up: 0
                """);
        assertThat(reason(run, "postgresql-300")).contains("sorry, too many clients already");
        assertThat(reason(run, "gated")).contains("404");
        assertThat(reason(run, "wrk2"))
                .contains("there is no wrk2 in the client container")
                .contains("program:");
        assertThat(invalid(run, "ungated")).contains("status");
        assertThat(invalid(run, "dying")).contains("refused");
        assertThat(reason(run, "full") + invalid(run, "full")).contains("out of memory");
        assertThat(sample(run, "redis").outcome()).isEqualTo(Sample.Outcome.VALID);
    }

    private RecordedRun run(String begun, String text) throws Exception {
        Path study = Files.writeString(folder.resolve("applications.yaml"), text);
        Path to = folder.resolve("run");
        TareProcess tare = TareProcess.start("run", study.toString(), "--to", to.toString(), "--lab", LAB);
        tare.until(begun).exitCode();
        return RecordedRun.read(to);
    }

    private static Sample sample(RecordedRun run, String workload) {
        return run.samples().stream()
                .filter(s -> s.cell().workload().equals(workload))
                .findFirst()
                .orElseThrow();
    }

    /** Why a cell was not measured, or its trial failed. */
    private static String reason(RecordedRun run, String workload) {
        String cells = run.manifest().cells().stream()
                .filter(c -> c.cell().workload().equals(workload))
                .findFirst()
                .orElseThrow()
                .reason();
        return run.samples().stream()
                .filter(s -> s.cell().workload().equals(workload))
                .map(s -> s.evidence().reason())
                .findFirst()
                .orElse(cells);
    }

    /** The verdicts that made it invalid. */
    private static String invalid(RecordedRun run, String workload) {
        return sample(run, workload).verdicts().stream()
                .filter(v -> v.level() == Verdict.Level.INVALID)
                .toList()
                .toString();
    }
}
