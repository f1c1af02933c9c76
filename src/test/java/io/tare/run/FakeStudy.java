package io.tare.run;

import static io.tare.host.FakeEngine.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.ExecResult;
import io.tare.host.FakeHost;
import io.tare.network.Modes;
import io.tare.result.Manifest;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import io.tare.workload.Workloads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A study over two hosts without Docker, whose clients answer as a test says. */
final class FakeStudy {
    final Path folder;
    final FakeHost server;
    final FakeHost client;
    final List<Event> events = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    FakeStudy(Path folder) {
        this.folder = folder;
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        for (FakeHost host : List.of(server, client)) {
            host.engine()
                    .answering("ss --no-header", "tcp LISTEN 0 0 *:5301 *:*")
                    .answering("ip link add", "")
                    .answering("/sys/class/net/eth0/mtu", "1500\n")
                    .answering("sadc", resource("/io/tare/monitor/watch-13.txt"));
        }
        answering(_ -> printed(tcp()));
    }

    /** The client's n-th measured command, warm-ups included, gets this answer. */
    void answering(Function<Integer, ExecResult> answer) {
        client.engine()
                .answering("--bytes", "64.0 KBytes  receiver")
                .answering("--json", _ -> answer.apply(asked.incrementAndGet()));
    }

    static String tcp() {
        return resource("/io/tare/workload/iperf3-3.18-tcp.json");
    }

    static Study study(String more) {
        String preset = """
                workloads: [iperf3-tcp]
                seconds: 1
                seed: 7
                """;
        String modes = more.contains("modes") ? "" : "modes: [host, nat]\n";
        String samples = more.contains("samples") ? "" : "samples: 3\n";
        return new StudyReader(new Vocabulary(
                        Modes.words(), Workloads.words(), Tunings.words(), Modes.placements(), Modes.SENSELESS))
                .read(preset + modes + samples + more, "test.yaml");
    }

    Manifest run(Study study) {
        Manifest manifest = Manifest.begun("test", "", study, 7, Instant.now());
        try (RunFolder run = RunFolder.create(folder.resolve("run"), manifest)) {
            return new Runner(testbed(), run, manifest, events::add).run(Instant.now());
        }
    }

    Testbed testbed() {
        return new Testbed("test", server, client, new ImageFacts("tare/image:test", "sha256:0", Map.of()), List.of());
    }

    RecordedRun recorded() {
        return RecordedRun.read(folder.resolve("run"));
    }

    void assertUndone() {
        assertThat(server.engine().left()).isEmpty();
        assertThat(client.engine().left()).isEmpty();
        assertThat(server.journal().left() + client.journal().left()).isZero();
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(FakeStudy.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
