package io.tare.serve;

import io.tare.network.Modes;
import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.study.Vocabulary;
import io.tare.tuning.Tunings;
import io.tare.workload.Workloads;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder with runs and studies, and a server for them. What it starts is {@link FakeTare}. */
record Served(Path folder, Server server) implements AutoCloseable {
    private static final Vocabulary WORDS =
            new Vocabulary(Modes.words(), Workloads.words(), Tunings.words(), Modes.placements(), Modes.SENSELESS);

    /** With the recorded run {@code noisy}, and the study {@code small.yaml}; a sample is written each {@code pace} ms. */
    static Served in(Path folder, int pace) throws IOException {
        copy(recorded(), folder.resolve("runs/noisy"));
        Files.createDirectories(folder.resolve("studies"));
        Files.writeString(folder.resolve("studies/small.yaml"), """
                description: Small <b>and</b> quick
                modes: [host, overlay]
                workloads: [iperf3-tcp]
                samples: 3
                seconds: 1
                """);
        Files.writeString(folder.resolve("secret.yaml"), "modes: [host]\nworkloads: [iperf3-tcp]\n");
        return new Served(
                folder,
                Server.open(new Server.Shown(
                        0,
                        folder.resolve("runs"),
                        folder.resolve("studies"),
                        FakeTare.command(recorded(), pace),
                        "lab",
                        WORDS,
                        study -> Map.of("modes", study.baseline(), "takes", "about 1 s"))));
    }

    static Path recorded() {
        URL folder = Objects.requireNonNull(Served.class.getResource("/io/tare/report/chapter6-noisy"));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    RawClient client() throws IOException {
        return RawClient.of(server);
    }

    Path run(String name) {
        return folder.resolve("runs").resolve(name);
    }

    /** A run that is being written, by this very process, with no sample yet. */
    RunFolder growing(String name) {
        Manifest recorded = RecordedRun.manifest(recorded());
        return RunFolder.create(
                run(name),
                Manifest.begun("test", "", recorded.study(), recorded.seed(), Instant.now())
                        .withCells(recorded.cells()));
    }

    static List<Sample> samples() {
        return RecordedRun.read(recorded()).samples();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
