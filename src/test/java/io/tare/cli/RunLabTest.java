package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.lab.Lab;
import io.tare.lab.MachineState;
import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs on the real lab, and everything that can end one early. After each, the machine is as before and what was measured is kept. */
@Tag("lab")
class RunLabTest {
    private static final String LAB = "check-run";

    @TempDir
    private Path folder;

    private Path study;
    private MachineState before;

    @BeforeEach
    void remember() throws Exception {
        study = Files.writeString(folder.resolve("small.yaml"), """
                modes: [host, overlay]
                workloads: [iperf3-tcp]
                samples: 3
                seconds: 1
                warm-up: 0
                seed: 7
                """);
        before = MachineState.cleared(LAB);
    }

    @AfterEach
    void leftNothing() {
        assertThat(MachineState.cleared(LAB)).isEqualTo(before);
    }

    @Test
    void measuresEveryCellAndReports() throws Exception {
        TareProcess tare = run("first");
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        RecordedRun run = RecordedRun.read(folder.resolve("first"));
        assertThat(run.complete()).isTrue();
        assertThat(run.samples()).hasSize(6).allSatisfy(sample -> {
            assertThat(sample.outcome()).isEqualTo(Sample.Outcome.VALID);
            assertThat(sample.hosts()).hasSize(2);
            assertThat(sample.metrics().getFirst().value()).isGreaterThan(100);
        });
        assertThat(median(run, "host")).isGreaterThan(median(run, "overlay"));
        assertThat(MachineState.now(LAB)).isEqualTo(before);
    }

    @Test
    void aMachineWithCgroupV2AloneHoldsALabToo() throws Exception {
        // a mount namespace in which the machine has the unified hierarchy, whatever it has outside
        String unified = "umount -R /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup && exec \"$@\"";
        TareProcess tare = TareProcess.startBy(
                List.of("unshare", "--mount", "--propagation", "private", "sh", "-c", unified, "sh"),
                "run",
                study.toString(),
                "--samples",
                "1",
                "--lab",
                LAB,
                "--to",
                folder.resolve("v2").toString());
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        RecordedRun run = RecordedRun.read(folder.resolve("v2"));
        assertThat(run.manifest().hosts()).allSatisfy(h -> assertThat(h.facts()).containsEntry("cgroup", "v2"));
        assertThat(run.samples())
                .allSatisfy(sample -> assertThat(sample.hosts())
                        .allSatisfy(h -> assertThat(h.cgroupSeconds()).isPositive()));
    }

    @Test
    void controlCEndsInOrderAndResumeGoesOn() throws Exception {
        TareProcess tare = start("cut").until("  2/6").interrupt();
        assertThat(tare.exitCode()).as(tare.printed()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(MachineState.now(LAB)).isEqualTo(before);
        RecordedRun cut = RecordedRun.read(folder.resolve("cut"));
        assertThat(cut.manifest().state()).isEqualTo(Manifest.State.PARTIAL);
        assertThat(cut.samples()).hasSizeBetween(2, 3);
        assertThat(tare.printed()).contains("--resume");

        TareProcess on =
                TareProcess.run("run", "--resume", folder.resolve("cut").toString(), "--lab", LAB);
        assertThat(on.exitCode()).as(on.printed()).isZero();
        RecordedRun whole = RecordedRun.read(folder.resolve("cut"));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.samples().subList(0, cut.samples().size())).isEqualTo(cut.samples());
        assertThat(whole.samples().stream().map(s -> s.block() + " " + s.cell()).distinct())
                .hasSize(6);
    }

    @Test
    void controlCOnATerminalEndsInOrderToo() throws Exception {
        TareProcess tare = TareProcess.startOnTerminal(
                        "run",
                        study.toString(),
                        "--lab",
                        LAB,
                        "--to",
                        folder.resolve("seen").toString())
                .until("overlay iperf3-tcp  last:")
                .controlC();
        assertThat(tare.exitCode()).as(tare.printed()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(tare.printed()).contains("Interrupted: ending the trial");
        assertThat(RecordedRun.read(folder.resolve("seen")).manifest().state()).isEqualTo(Manifest.State.PARTIAL);
        assertThat(MachineState.now(LAB)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raising lab", "Docker Engines answer", "mode host connected", "  1/6", "  4/6"})
    void aKilledTareLeavesNothingThatCleanDoesNotRemove(String moment) throws Exception {
        start("killed").until(moment).kill();
        TareProcess clean = TareProcess.run("clean", LAB);
        assertThat(clean.exitCode()).as(clean.printed()).isZero();
        assertThat(MachineState.now(LAB)).isEqualTo(before);
        RecordedRun killed = RecordedRun.read(folder.resolve("killed"));
        int had = moment.contains("/6") ? Integer.parseInt(moment.strip().substring(0, 1)) : 0;
        assertThat(killed.damage()).isEmpty();
        assertThat(killed.samples()).hasSizeGreaterThanOrEqualTo(had);
    }

    @Test
    void aLabThatIsToStayGoesOnlyAfterAYes() throws Exception {
        assertThat(TareProcess.run("lab", "up", "--lab", LAB).exitCode()).isZero();
        TareProcess nobody = TareProcess.run("clean", LAB);
        assertThat(nobody.exitCode()).as(nobody.printed()).isEqualTo(ExitCode.DIFFERS);
        assertThat(nobody.printed()).contains("left lab 'check-run', which stands: 'tare lab down --lab check-run'");
        TareProcess no =
                TareProcess.startOnTerminal("clean", LAB).until("Go on? [y/N]").type("n\n");
        assertThat(no.exitCode()).as(no.printed()).isEqualTo(ExitCode.DIFFERS);
        assertThat(Lab.known()).contains(LAB);
        TareProcess yes =
                TareProcess.startOnTerminal("clean", LAB).until("Go on? [y/N]").type("y\n");
        assertThat(yes.exitCode()).as(yes.printed()).isZero();
        assertThat(yes.printed()).contains("would remove lab 'check-run', which stands", "removed lab 'check-run'");
        assertThat(MachineState.now(LAB)).isEqualTo(before);
    }

    @Test
    void aKilledRunIsResumedWithoutCleaningFirst() throws Exception {
        start("killed").until("  3/6").kill();
        TareProcess on =
                TareProcess.run("run", "--resume", folder.resolve("killed").toString(), "--lab", LAB);
        assertThat(on.exitCode()).as(on.printed()).isZero();
        RecordedRun whole = RecordedRun.read(folder.resolve("killed"));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.samples()).hasSize(6);
    }

    @Test
    void anEngineThatStopsEndsTheRunAndKeepsWhatWasMeasured() throws Exception {
        TareProcess tare = start("stopped").until("  2/6");
        try (Lab lab = Lab.find(LAB).orElseThrow()) {
            lab.enter("h1", List.of("sh", "-c", "kill -9 $(pidof dockerd)"))
                    .start()
                    .waitFor();
        }
        assertThat(tare.exitCode()).as(tare.printed()).isEqualTo(ExitCode.FAILED);
        assertThat(tare.printed()).contains("The Engine of h1 stopped", "--resume");
        assertThat(RecordedRun.read(folder.resolve("stopped")).samples()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(MachineState.now(LAB)).isEqualTo(before);
    }

    @Test
    void twoTaresDoNotShareALab() throws Exception {
        TareProcess first = start("one").until("raising lab");
        TareProcess second = run("two");
        assertThat(second.exitCode()).isEqualTo(ExitCode.BUSY);
        assertThat(second.printed()).contains("Another Tare", "--lab");
        assertThat(folder.resolve("two")).doesNotExist();
        assertThat(first.interrupt().exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(folder.resolve("one")).doesNotExist();
    }

    @Test
    void aLabThatStandsIsUsedAndStays() throws Exception {
        TareProcess up = TareProcess.run("lab", "up", "--lab", LAB);
        assertThat(up.exitCode()).as(up.printed()).isZero();
        TareProcess tare = TareProcess.run(
                "run",
                study.toString(),
                "--samples",
                "1",
                "--lab",
                LAB,
                "--to",
                folder.resolve("kept").toString());
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        TareProcess status = TareProcess.run("lab", "status");
        assertThat(status.printed()).contains("lab 'check-run'", "h1", "h2", "0 containers");
        TareProcess shell = TareProcess.run("lab", "shell", "--lab", LAB, "h2", "--", "hostname");
        assertThat(shell.printed().strip()).isEqualTo("h2");
        assertThat(TareProcess.run("lab", "down", "--lab", LAB).exitCode()).isZero();
    }

    private TareProcess start(String name) throws Exception {
        return TareProcess.start(
                "run",
                study.toString(),
                "--lab",
                LAB,
                "--to",
                folder.resolve(name).toString());
    }

    private TareProcess run(String name) throws Exception {
        TareProcess tare = start(name);
        tare.exitCode();
        return tare;
    }

    private static double median(RecordedRun run, String mode) {
        double[] sorted = run.samples().stream()
                .filter(s -> s.cell().mode().equals(mode))
                .mapToDouble(s -> s.metrics().getFirst().value())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
