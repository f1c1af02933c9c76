package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.lab.MachineState;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.HostFacts;
import io.tare.result.Measurement;
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

/** Docker's own modes beside host, nat and overlay, over real Engines, on two hosts and on one. */
@Tag("lab")
class DockerModesLabTest {
    private static final String LAB = "check-docker";

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
    void containersOnTheUnderlaysLink() throws Exception {
        RecordedRun run = run("""
                modes: [host, macvlan, ipvlan: {mode: l3}]
                workloads: [iperf3-tcp]
                samples: 2
                seconds: 1
                """);
        assertThat(path(run, "macvlan")).isEqualTo("macvlan");
        CellFacts ipvlan = cell(run, "ipvlan");
        if (ipvlan.outcome()
                .equals("unavailable")) { // a kernel may be without it; then it says so and takes nothing with it
            assertThat(ipvlan.reason()).contains("load the module ipvlan");
        } else {
            assertThat(ipvlan.dataPath()).isEqualTo("ipvlan l3");
        }
        assertThat(run.samples())
                .hasSizeGreaterThanOrEqualTo(4)
                .extracting(Sample::outcome)
                .containsOnly(Sample.Outcome.VALID);
    }

    @Test
    void bothContainersOnOneHost() throws Exception {
        RecordedRun run = run("""
                placement: same-host
                modes: [host, bridge, container, nat, overlay, macvlan]
                workloads: [iperf3-tcp]
                samples: 1
                seconds: 1
                warm-up: 0
                """);
        assertThat(run.manifest().cells())
                .extracting(CellFacts::dataPath)
                .containsExactly(
                        "loopback",
                        "bridge",
                        "loopback of a shared namespace",
                        "bridge + docker-proxy (user space)",
                        "overlay's bridge, no vxlan",
                        "macvlan");
        assertThat(run.manifest().hosts()).extracting(HostFacts::role).containsExactly("host");
        assertThat(run.samples()).hasSize(6).allSatisfy(sample -> {
            assertThat(sample.outcome()).isEqualTo(Sample.Outcome.VALID);
            assertThat(sample.hosts()).hasSize(1);
            assertThat(sample.metrics())
                    .extracting(Measurement::metric)
                    .contains("throughput", "cpu.host", "cpu.host.own")
                    .doesNotContain("cpu.client", "cpu.server", "cpu.client.own", "cpu.server.own");
        });
    }

    private RecordedRun run(String study) throws Exception {
        Path file = Files.writeString(folder.resolve("docker.yaml"), study);
        Path to = folder.resolve("run");
        TareProcess tare = TareProcess.run("run", file.toString(), "--lab", LAB, "--to", to.toString());
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        RecordedRun run = RecordedRun.read(to);
        assertThat(run.complete()).isTrue();
        return run;
    }

    private static String path(RecordedRun run, String mode) {
        return cell(run, mode).dataPath();
    }

    private static CellFacts cell(RecordedRun run, String mode) {
        List<CellFacts> cells = run.manifest().cells();
        return cells.stream()
                .filter(c -> c.cell().mode().equals(mode))
                .findFirst()
                .orElseThrow();
    }
}
