package io.tare.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import io.tare.network.Modes;
import io.tare.result.Manifest;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.Profiles;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.study.Cell;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import io.tare.workload.Workloads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study with {@code profile: true} over two hosts without Docker. */
class ProfilingTest {
    private static final Cell CELL = new Cell("host", "none", "iperf3-tcp");

    @TempDir
    Path folder;

    private FakeHost server;
    private FakeHost client;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void hostsThatAnswer() throws IOException {
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        for (FakeHost host : List.of(server, client)) {
            host.engine()
                    .answering("ss --no-header", "tcp LISTEN 0 0 *:5301 *:*")
                    .answering("sadc", resource("/io/tare/monitor/watch-13.txt"))
                    .answering("--bytes", "64.0 KBytes  receiver")
                    .answering("--json", resource("/io/tare/workload/iperf3-3.18-tcp.json"))
                    .answering("perf record", "iperf3;do_syscall_64;tcp_sendmsg 3\n");
        }
    }

    @Test
    void eachCellIsSampledOnBothHostsAfterTheTrialsAndLeavesNoSample() {
        RecordedRun run = run();
        assertThat(run.complete()).isTrue();
        assertThat(run.samples()).hasSize(1);
        assertThat(Profiles.of(run, CELL))
                .containsOnlyKeys("client", "server")
                .containsEntry("client", List.of("iperf3;do_syscall_64;tcp_sendmsg 3"));
        assertThat(calls("perf record")).hasSize(2).last().asString().endsWith(" profile 0.000 1 199");
    }

    @Test
    void aHostThatCannotBeSampledIsToldAndSpoilsNothing() {
        client.engine()
                .answering("perf record", _ -> FakeEngine.failed(255, "perf_event_open: Operation not permitted"));
        RecordedRun run = run();
        assertThat(run.complete()).isTrue();
        assertThat(run.samples()).hasSize(1);
        assertThat(events)
                .filteredOn(Event.Step.class::isInstance)
                .extracting(Event::toString)
                .anySatisfy(step -> assertThat(step)
                        .contains("no profile of host iperf3-tcp", "perf on h2", "Operation not permitted"));
    }

    private List<String> calls(String words) {
        List<String> calls = new ArrayList<>(server.engine().calls());
        calls.addAll(client.engine().calls());
        return calls.stream().filter(call -> call.contains(words)).toList();
    }

    private RecordedRun run() {
        Study study = new StudyReader(new Vocabulary(
                        Modes.words(),
                        Workloads.words(),
                        Map.of("none", List.of()),
                        Modes.placements(),
                        Modes.SENSELESS))
                .read("""
                        modes: [host]
                        workloads: [iperf3-tcp]
                        samples: 1
                        seconds: 1
                        warm-up: 0
                        profile: true
                        """, "test.yaml");
        Manifest manifest = Manifest.begun("test", "", study, 7, Instant.now());
        Testbed testbed =
                new Testbed("test", server, client, new ImageFacts("tare/image:test", "sha256:0", Map.of()), List.of());
        try (RunFolder kept = RunFolder.create(folder.resolve("run"), manifest)) {
            new Runner(testbed, kept, manifest, events::add).run(Instant.now());
        }
        return RecordedRun.read(folder.resolve("run"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ProfilingTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
