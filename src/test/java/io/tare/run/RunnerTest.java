package io.tare.run;

import static io.tare.host.FakeEngine.failed;
import static io.tare.host.FakeEngine.printed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import io.tare.study.Cell;
import io.tare.study.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner over two hosts without Docker: what it measures, repeats, gives up and leaves out, and that it always undoes all. */
class RunnerTest {
    @TempDir
    private Path folder;

    private FakeStudy fake;

    @BeforeEach
    void hostsThatAnswer() {
        fake = new FakeStudy(folder);
    }

    @Test
    void everyCellIsMeasuredInTheOrderOfTheScheduleAndAllIsUndone() {
        Manifest ended = fake.run(FakeStudy.study(""));
        RecordedRun run = fake.recorded();
        assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
        List<Cell> expected = new ArrayList<>();
        Schedule schedule = Schedule.of(FakeStudy.study(""), 7);
        for (int block = 1; block <= 3; block++) {
            expected.addAll(schedule.block(block));
        }
        assertThat(run.samples()).extracting(Sample::cell).isEqualTo(expected);
        assertThat(run.samples()).extracting(Sample::outcome).containsOnly(Sample.Outcome.VALID);
        assertThat(run.samples()).extracting(Sample::trial).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(run.samples().getFirst().hosts()).hasSize(2);
        assertThat(fake.events)
                .filteredOn(e -> e instanceof Event.TrialEnded t && t.warmup())
                .hasSize(2);
        fake.assertUndone();
    }

    @Test
    void aTrialThatFailsOnceIsRepeatedAndCounts() {
        fake.answering(n -> n == 3 ? printed("{ \"start\": {") : printed(FakeStudy.tcp()));
        fake.run(FakeStudy.study(""));
        assertThat(fake.recorded().samples()).extracting(Sample::outcome).containsOnly(Sample.Outcome.VALID);
        assertThat(fake.recorded().samples()).filteredOn(s -> s.attempt() == 2).hasSize(1);
    }

    @Test
    void aTrialThatFailsTwiceIsRecordedWithItsEvidenceAndTheStudyGoesOn() {
        fake.answering(n -> n == 3 || n == 4
                ? printed("{\"error\": \"the server is busy running a test. try again later\"}")
                : printed(FakeStudy.tcp()));
        Manifest ended = fake.run(FakeStudy.study(""));
        assertThat(ended.state()).isEqualTo(Manifest.State.COMPLETE);
        assertThat(fake.recorded().samples()).hasSize(6);
        Sample failed = fake.recorded().samples().getFirst();
        assertThat(failed.outcome()).isEqualTo(Sample.Outcome.FAILED);
        assertThat(failed.evidence().reason()).contains("busy", "one client at a time");
        assertThat(failed.evidence().output()).contains("try again later");
        assertThat(failed.metrics()).isEmpty();
    }

    @Test
    void aCellThatFailsThreeTimesInARowIsGivenUpAndTheOthersGoOn() {
        fake.client
                .engine()
                .answeringIn(
                        "--json",
                        (spec, _) -> spec.name().contains("client_nat")
                                ? failed(1, "iperf3: error - unable to connect to server")
                                : printed(FakeStudy.tcp()));
        Manifest ended = fake.run(FakeStudy.study("samples: 5"));
        assertThat(ended.cells()).extracting(CellFacts::outcome).containsExactly("measured", "given-up");
        assertThat(fake.recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("host"))
                .hasSize(5);
        assertThat(fake.recorded().samples())
                .filteredOn(s -> s.cell().mode().equals("nat"))
                .hasSizeLessThan(4);
        assertThat(fake.events).filteredOn(Event.GivenUp.class::isInstance).hasSize(1);
        fake.assertUndone();
    }

    @Test
    void aModeThatTheHostsCannotHaveIsToldAndTheRestIsMeasured() {
        Manifest ended = fake.run(FakeStudy.study("modes: [host, overlay: {encrypted: true}]"));
        CellFacts overlay = ended.cells().get(1);
        assertThat(overlay.outcome()).isEqualTo("unavailable");
        assertThat(overlay.reason()).contains("no ESP", "esp4");
        assertThat(fake.recorded().samples()).hasSize(3);
    }

    @Test
    void aGateThatFailsMakesTheCellUnavailable() {
        fake.client
                .engine()
                .answering("--bytes", _ -> failed(1, "iperf3: error - unable to connect: No route to host"));
        assertThatThrownBy(() -> fake.run(FakeStudy.study("")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("None of the study's cells can be measured");
        assertThat(fake.events)
                .filteredOn(Event.Unavailable.class::isInstance)
                .extracting(e -> ((Event.Unavailable) e).reason())
                .allSatisfy(reason -> assertThat(reason).contains("gate", "No route to host"));
        fake.assertUndone();
    }
}
