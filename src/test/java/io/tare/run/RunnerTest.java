package io.tare.run;

import static io.tare.host.FakeEngine.failed;
import static io.tare.host.FakeEngine.printed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.ExecResult;
import io.tare.host.FakeHost;
import io.tare.network.Modes;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.ImageFacts;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import io.tare.study.Schedule;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner over two hosts without Docker: what it records, what it retries, what it gives up, and that it always undoes all. */
class RunnerTest {
    @TempDir
    private Path folder;

    private FakeHost server;
    private FakeHost client;
    private final List<Event> events = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void hostsThatAnswer() {
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        for (FakeHost host : List.of(server, client)) {
            host.engine()
                    .answering("ss --no-header", "tcp LISTEN 0 0 *:5301 *:*")
                    .answering("ip link add", "")
                    .answering("/sys/class/net/eth0/mtu", "1500\n")
                    .answering("sadc", resource("/io/tare/monitor/watch-13.txt"));
        }
        answering(_ -> printed(resource("/io/tare/workload/iperf3-3.18-tcp.json")));
    }

    @Test
    void everyCellIsMeasuredInTheOrderOfTheScheduleAndAllIsUndone() {
        Manifest ended = run(study(""));
        RecordedRun run = recorded();
        assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
        List<Cell> expected = new ArrayList<>();
        Schedule schedule = Schedule.of(study(""), 7);
        for (int block = 1; block <= 3; block++) {
            expected.addAll(schedule.block(block));
        }
        assertThat(run.samples()).extracting(Sample::cell).isEqualTo(expected);
        assertThat(run.samples()).extracting(Sample::outcome).containsOnly(Sample.Outcome.VALID);
        assertThat(run.samples()).extracting(Sample::trial).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(run.samples().getFirst().hosts()).hasSize(2);
        assertThat(events)
                .filteredOn(e -> e instanceof Event.TrialEnded t && t.warmup())
                .hasSize(2);
        assertUndone();
    }

    @Test
    void aTrialThatFailsOnceIsRepeatedAndCounts() {
        answering(n -> n == 3 ? printed("{ \"start\": {") : printed(tcp()));
        run(study(""));
        assertThat(recorded().samples()).extracting(Sample::outcome).containsOnly(Sample.Outcome.VALID);
        assertThat(recorded().samples()).filteredOn(s -> s.attempt() == 2).hasSize(1);
    }

    @Test
    void aTrialThatFailsTwiceIsRecordedWithItsEvidenceAndTheStudyGoesOn() {
        answering(n -> n == 3 || n == 4
                ? printed("{\"error\": \"the server is busy running a test. try again later\"}")
                : printed(tcp()));
        Manifest ended = run(study(""));
        assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
        assertThat(recorded().samples()).hasSize(6);
        Sample failed = recorded().samples().getFirst();
        assertThat(failed.outcome()).isEqualTo(Sample.Outcome.FAILED);
        assertThat(failed.evidence().reason()).contains("busy", "one client at a time");
        assertThat(failed.evidence().output()).contains("try again later");
        assertThat(failed.metrics()).isEmpty();
    }

    @Test
    void aCellThatFailsThreeTimesInARowIsGivenUpAndTheOthersGoOn() {
        client.engine()
                .answeringIn(
                        "--json",
                        (spec, _) -> spec.name().contains("client_nat")
                                ? failed(1, "iperf3: error - unable to connect to server")
                                : printed(tcp()));
        Manifest ended = run(study("samples: 5"));
        assertThat(ended.cells()).extracting(CellFacts::outcome).containsExactly("measured", "given-up");
        assertThat(recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("host"))
                .hasSize(5);
        assertThat(recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("nat"))
                .hasSizeLessThan(4);
        assertThat(events).filteredOn(Event.GivenUp.class::isInstance).hasSize(1);
        assertUndone();
    }

    @Test
    void aModeThatTheHostsCannotHaveIsToldAndTheRestIsMeasured() {
        Manifest ended = run(study("modes: [host, overlay: {encrypted: true}]"));
        CellFacts overlay = ended.cells().get(1);
        assertThat(overlay.outcome()).isEqualTo("unavailable");
        assertThat(overlay.reason()).contains("no ESP", "esp4");
        assertThat(recorded().samples()).hasSize(3);
    }

    @Test
    void aGateThatFailsMakesTheCellUnavailable() {
        client.engine().answering("--bytes", _ -> failed(1, "iperf3: error - unable to connect: No route to host"));
        assertThatThrownBy(() -> run(study("")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("None of the study's cells can be measured");
        assertThat(events)
                .filteredOn(Event.Unavailable.class::isInstance)
                .extracting(e -> ((Event.Unavailable) e).reason())
                .allSatisfy(reason -> assertThat(reason).contains("gate", "No route to host"));
        assertUndone();
    }

    @Test
    void aServerThatHasEndedIsStartedAgainAndTheSampleSaysSo() {
        answering(n -> {
            if (n == 3) {
                server.engine().end("tare-test-host_iperf3-tcp", 139, "Segmentation fault");
            }
            return printed(tcp());
        });
        run(study(""));
        List<Verdict> notes = recorded().samples().stream()
                .flatMap(s -> s.verdicts().stream())
                .filter(v -> v.name().equals("server"))
                .toList();
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().finding()).contains("started again", "Segmentation fault");
        assertUndone();
    }

    @Test
    void aServerThatDoesNotComeBackFailsItsOwnCellAndTheStudyGoesOn() {
        answering(n -> {
            if (n == 3) {
                server.engine().end("tare-test-host_iperf3-tcp", 1, "out of memory");
                server.engine().refusingToStart("host_iperf3-tcp", "no space left on device");
            }
            return printed(tcp());
        });
        Manifest ended = run(study("samples: 4"));
        assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
        assertThat(ended.cells()).extracting(CellFacts::outcome).containsExactly("given-up", "measured");
        assertThat(recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("nat"))
                .hasSize(4)
                .extracting(Sample::outcome)
                .containsOnly(Sample.Outcome.VALID);
        assertUndone();
    }

    @Test
    void anEngineThatFallsSilentEndsTheRunAndKeepsTheSamples() {
        answering(n -> {
            if (n == 5) {
                server.engine().silent(true);
                return failed(1, "iperf3: error - control socket has closed unexpectedly");
            }
            return printed(tcp());
        });
        assertThatThrownBy(() -> run(study("")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("The Engine of h1 stopped")
                .hasMessageContaining("--resume");
        assertThat(recorded().manifest().state()).isEqualTo(Manifest.State.PARTIAL);
        assertThat(recorded().samples()).hasSize(2);
        server.engine().silent(false);
        assertThat(server.journal().left())
                .as("what could not be undone stays in the journal")
                .isPositive();
        server.journal().replay();
        assertUndone();
    }

    @Test
    void anInterruptEndsTheRunInOrder() {
        answering(n -> {
            if (n == 5) {
                Thread.currentThread().interrupt();
            }
            return printed(tcp());
        });
        Manifest ended = run(study(""));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.state()).isEqualTo(Manifest.State.PARTIAL);
        // the trial in flight is lost, unless sar had told what it saw by then
        assertThat(recorded().samples()).hasSizeBetween(2, 3);
        assertUndone();
    }

    @Test
    void aResumedRunMeasuresOnlyWhatIsMissing() {
        answering(n -> {
            if (n == 4) {
                Thread.currentThread().interrupt();
            }
            return printed(tcp());
        });
        Manifest cut = run(study(""));
        assertThat(Thread.interrupted()).isTrue();
        RecordedRun before = recorded();
        assertThat(before.samples()).hasSizeBetween(1, 2);
        try (RunFolder run = RunFolder.resume(folder.resolve("run"))) {
            Manifest ended = new Runner(testbed(), run, cut, events::add)
                    .resuming(before)
                    .run(Instant.now());
            assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
            assertThat(ended.spent().measured()).isGreaterThan(cut.spent().measured());
        }
        RecordedRun after = recorded();
        assertThat(after.samples().subList(0, before.samples().size())).isEqualTo(before.samples());
        assertThat(after.samples()).hasSize(6);
        assertThat(after.samples().stream().map(s -> s.block() + " " + s.cell()).distinct())
                .hasSize(6);
        assertThat(after.samples()).extracting(Sample::trial).isSorted();
    }

    /** The client's n-th measured command, warm-ups included, gets this answer. */
    private void answering(Function<Integer, ExecResult> answer) {
        client.engine()
                .answering("--bytes", "64.0 KBytes  receiver")
                .answering("--json", _ -> answer.apply(asked.incrementAndGet()));
    }

    private static String tcp() {
        return resource("/io/tare/workload/iperf3-3.18-tcp.json");
    }

    private static Study study(String more) {
        String preset = """
                workloads: [iperf3-tcp]
                seconds: 1
                seed: 7
                """;
        String modes = more.contains("modes") ? "" : "modes: [host, nat]\n";
        String samples = more.contains("samples") ? "" : "samples: 3\n";
        return new StudyReader(new Vocabulary(Modes.words(), Workloads.words(), Map.of("none", List.of())))
                .read(preset + modes + samples + more, "test.yaml");
    }

    private Manifest run(Study study) {
        Manifest manifest = Manifest.begun("test", "", study, 7, Instant.now());
        try (RunFolder run = RunFolder.create(folder.resolve("run"), manifest)) {
            return new Runner(testbed(), run, manifest, events::add).run(Instant.now());
        }
    }

    private Testbed testbed() {
        return new Testbed("test", server, client, new ImageFacts("tare/image:test", "sha256:0", Map.of()), List.of());
    }

    private RecordedRun recorded() {
        return RecordedRun.read(folder.resolve("run"));
    }

    private void assertUndone() {
        assertThat(server.engine().left()).isEmpty();
        assertThat(client.engine().left()).isEmpty();
        assertThat(server.journal().left() + client.journal().left()).isZero();
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(RunnerTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
