package io.tare.run;

import static io.tare.host.FakeEngine.failed;
import static io.tare.host.FakeEngine.printed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.RecordedRun;
import io.tare.result.RunFolder;
import io.tare.result.Sample;
import io.tare.result.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runner does where a server ends, an Engine falls silent, or a run is interrupted and taken up again. */
class RunnerBadLuckTest {
    @TempDir
    private Path folder;

    private FakeStudy fake;

    @BeforeEach
    void hostsThatAnswer() {
        fake = new FakeStudy(folder);
    }

    @Test
    void aServerThatHasEndedIsStartedAgainAndTheSampleSaysSo() {
        fake.answering(n -> {
            if (n == 3) {
                fake.server.engine().end("tare-test-host_iperf3-tcp", 139, "Segmentation fault");
            }
            return printed(FakeStudy.tcp());
        });
        fake.run(FakeStudy.study(""));
        List<Verdict> notes = fake.recorded().samples().stream()
                .flatMap(s -> s.verdicts().stream())
                .filter(v -> v.name().equals("server"))
                .toList();
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().finding()).contains("started again", "Segmentation fault");
        fake.assertUndone();
    }

    @Test
    void aServerThatDoesNotComeBackFailsItsOwnCellAndTheStudyGoesOn() {
        fake.answering(n -> {
            if (n == 3) {
                fake.server.engine().end("tare-test-host_iperf3-tcp", 1, "out of memory");
                fake.server.engine().refusingToStart("host_iperf3-tcp", "no space left on device");
            }
            return printed(FakeStudy.tcp());
        });
        Manifest ended = fake.run(FakeStudy.study("samples: 4"));
        assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
        assertThat(ended.cells()).extracting(CellFacts::outcome).containsExactly("given-up", "measured");
        assertThat(fake.recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("nat"))
                .hasSize(4)
                .extracting(Sample::outcome)
                .containsOnly(Sample.Outcome.VALID);
        fake.assertUndone();
    }

    @Test
    void anEngineThatFallsSilentEndsTheRunAndKeepsTheSamples() {
        fake.answering(n -> {
            if (n == 5) {
                fake.server.engine().silent(true);
                return failed(1, "iperf3: error - control socket has closed unexpectedly");
            }
            return printed(FakeStudy.tcp());
        });
        assertThatThrownBy(() -> fake.run(FakeStudy.study("")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("The Engine of h1 stopped")
                .hasMessageContaining("--resume");
        assertThat(fake.recorded().manifest().state()).isEqualTo(Manifest.State.PARTIAL);
        assertThat(fake.recorded().samples()).hasSize(2);
        fake.server.engine().silent(false);
        assertThat(fake.server.journal().left())
                .as("what could not be undone stays in the journal")
                .isPositive();
        fake.server.journal().replay();
        fake.assertUndone();
    }

    @Test
    void anInterruptEndsTheRunInOrder() {
        fake.answering(n -> {
            if (n == 5) {
                Thread.currentThread().interrupt();
            }
            return printed(FakeStudy.tcp());
        });
        Manifest ended = fake.run(FakeStudy.study(""));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.state()).isEqualTo(Manifest.State.PARTIAL);
        // the trial in flight is lost, unless sar had told what it saw by then
        assertThat(fake.recorded().samples()).hasSizeBetween(2, 3);
        fake.assertUndone();
    }

    @Test
    void aResumedRunMeasuresOnlyWhatIsMissing() {
        fake.answering(n -> {
            if (n == 4) {
                Thread.currentThread().interrupt();
            }
            return printed(FakeStudy.tcp());
        });
        Manifest cut = fake.run(FakeStudy.study(""));
        assertThat(Thread.interrupted()).isTrue();
        RecordedRun before = fake.recorded();
        assertThat(before.samples()).hasSizeBetween(1, 2);
        try (RunFolder run = RunFolder.resume(fake.folder.resolve("run"))) {
            Manifest ended = new Runner(fake.testbed(), run, cut, fake.events::add)
                    .resuming(before)
                    .run(Instant.now());
            assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
            assertThat(ended.spent().measured()).isGreaterThan(cut.spent().measured());
        }
        RecordedRun after = fake.recorded();
        assertThat(after.samples().subList(0, before.samples().size())).isEqualTo(before.samples());
        assertThat(after.samples()).hasSize(6);
        assertThat(after.samples().stream().map(s -> s.block() + " " + s.cell()).distinct())
                .hasSize(6);
        assertThat(after.samples()).extracting(Sample::trial).isSorted();
    }
}
