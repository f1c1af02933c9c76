package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tare.host.ExecResult;
import io.tare.host.LocalCommand;
import io.tare.lab.Lab;
import io.tare.lab.MachineState;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weave's own routers in virtual machines, whose kernel has what they need: both data paths, side by side. Wants their program on PATH. */
@Tag("lab")
@Tag("vm")
class WeaveVmTest {
    private static final String LAB = "check-weave";

    @Test
    void theRoutersCarryOnBothDataPaths(@TempDir Path folder) throws Exception {
        ExecResult weaver = LocalCommand.run(Duration.ofSeconds(10), List.of("sh", "-c", "command -v weaver"));
        assumeTrue(weaver.exitCode() == 0, "Weave Net's router 'weaver' is not on PATH");
        MachineState before = MachineState.cleared(LAB);
        try {
            Path study = Files.writeString(folder.resolve("weave.yaml"), """
                    testbed: {lab: vm}
                    modes: [{weave: {as: fast}}, {weave: {as: slow, data-path: sleeve}}]
                    workloads: [iperf3-tcp]
                    baseline: fast
                    samples: 1
                    seconds: 2
                    warm-up: 0
                    """);
            Path to = folder.resolve("run");
            TareProcess tare = TareProcess.run("run", study.toString(), "--lab", LAB, "--to", to.toString());
            assertThat(tare.exitCode()).as(tare.printed()).isZero();
            RecordedRun run = RecordedRun.read(to);
            assertThat(run.manifest().cells()).extracting(CellFacts::dataPath).containsExactly("fastdp", "sleeve");
            assertThat(run.manifest().cells()).extracting(CellFacts::standIn).containsOnlyNulls();
            assertThat(run.samples()).hasSize(2).extracting(Sample::outcome).containsOnly(Sample.Outcome.VALID);
        } finally {
            Lab.down(LAB);
        }
        assertThat(MachineState.now(LAB)).isEqualTo(before);
    }
}
