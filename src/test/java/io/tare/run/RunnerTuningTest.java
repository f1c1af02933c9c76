package io.tare.run;

import static io.tare.host.FakeEngine.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.FakeKernel;
import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tunings between the trials of a run: each trial has its own, and whatever happens the hosts end untouched. */
class RunnerTuningTest {
    private static final String QUEUE = "/sys/class/net/eth0/queues/rx-0/rps_cpus";

    @TempDir
    private Path folder;

    private FakeStudy fake;

    @BeforeEach
    void hostsThatAnswer() {
        fake = new FakeStudy(folder);
    }

    @Test
    void eachTrialRunsInItsTuningAndTheHostsAreUntouchedInBetween() {
        List<FakeKernel> kernels = tunable();
        List<String> seen = new ArrayList<>();
        fake.answering(_ -> {
            seen.add(kernels.getFirst().value(QUEUE) + kernels.getLast().value(QUEUE));
            return printed(FakeStudy.tcp());
        });
        fake.run(FakeStudy.study("tunings: [none, rps]\nwarm-up: 0"));
        assertThat(fake.recorded().samples()).hasSize(12);
        assertThat(seen)
                .isEqualTo(fake.recorded().samples().stream()
                        .map(s -> s.cell().tuning().equals("rps") ? "33" : "00")
                        .toList());
        assertThat(kernels).allSatisfy(kernel -> assertThat(kernel.value(QUEUE)).isEqualTo("0"));
        fake.assertUndone();
    }

    @Test
    void aTuningThatTheHostsCannotHaveIsToldAndTheRestIsMeasured() {
        tunable();
        Manifest ended = fake.run(FakeStudy.study("tunings: [none, rps, busy-poll]"));
        assertThat(ended.cells())
                .filteredOn(c -> c.outcome().equals("unavailable"))
                .hasSize(2)
                .allSatisfy(c -> {
                    assertThat(c.cell().tuning()).isEqualTo("busy-poll");
                    assertThat(c.reason()).contains("busy-poll on h", "busy_read is not there");
                });
        assertThat(fake.recorded().samples()).hasSize(12);
        fake.assertUndone();
    }

    @Test
    void aTuningThatIsNotTakenAnyMoreFailsItsTrialsAndIsGivenUp() {
        List<FakeKernel> kernels = tunable();
        fake.answering(n -> {
            if (n == 2) {
                kernels.getFirst().taking(QUEUE, "3", "1");
            }
            return printed(FakeStudy.tcp());
        });
        Manifest ended =
                fake.run(FakeStudy.study("modes: [host]\ntunings: [none, rps]\nsamples: 4\nwarm-up: 0\norder: listed"));
        assertThat(ended.cells()).extracting(CellFacts::outcome).containsExactly("measured", "given-up");
        assertThat(ended.cells().get(1).reason()).contains("rps_cpus: wanted 3, and it reads 1");
        fake.assertUndone();
    }

    @Test
    void anInterruptInATunedTrialTakesTheTuningBack() {
        List<FakeKernel> kernels = tunable();
        fake.answering(n -> {
            if (n == 2) {
                assertThat(kernels.getLast().value(QUEUE)).isEqualTo("3");
                Thread.currentThread().interrupt();
            }
            return printed(FakeStudy.tcp());
        });
        Manifest ended = fake.run(FakeStudy.study("modes: [host]\ntunings: [none, rps]\nwarm-up: 0\norder: listed"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.state()).isEqualTo(Manifest.State.PARTIAL);
        assertThat(kernels).allSatisfy(kernel -> assertThat(kernel.value(QUEUE)).isEqualTo("0"));
        fake.assertUndone();
    }

    /** Both hosts have one receive queue on their underlay. */
    private List<FakeKernel> tunable() {
        return List.of(fake.server, fake.client).stream()
                .map(host -> {
                    host.engine().answering("ground eth0 ", "cpus 0-1\ndevice underlay - 0 eth0 veth 1 1 0\n");
                    return FakeKernel.of(host).has(QUEUE, "0");
                })
                .toList();
    }
}
