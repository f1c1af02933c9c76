package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.lab.MachineState;
import io.tare.result.Manifest.CellFacts;
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

/** Flannel and routing in Calico's manner over real Engines, all of them side by side, beside Docker's overlay, which has the same VXLAN port. */
@Tag("lab")
class RoutedModesLabTest {
    private static final String LAB = "check-routed";

    /** What the run prints, in its order. */
    private static final List<String> STEPS = List.of(
            "loading the container image",
            "mode overlay connected",
            "mode vxlan connected",
            "mode host-gw connected",
            "udp",
            "mode stand-in connected",
            "mode bgp connected",
            "mode calico-vxlan connected",
            "overlapping",
            "trials, about");

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
    void allStandSideBySideAndCarry() throws Exception {
        Path study = Files.writeString(folder.resolve("routed.yaml"), """
                modes:
                  - overlay
                  - flannel: {backend: vxlan, as: vxlan}
                  - flannel: {backend: host-gw, as: host-gw}
                  - flannel: {backend: udp, as: udp}
                  - flannel: {backend: vxlan, daemon: stand-in, as: stand-in}
                  - calico: {as: bgp}
                  - calico: {data-path: vxlan, as: calico-vxlan}
                  - calico: {data-path: ipip, as: ipip}
                  - calico: {range: 10.99.0.0/16, as: overlapping}
                workloads: [iperf3-tcp]
                baseline: overlay
                samples: 1
                seconds: 1
                warm-up: 0
                """);
        Path to = folder.resolve("run");
        TareProcess tare = TareProcess.start("run", study.toString(), "--lab", LAB, "--to", to.toString());
        for (String step : STEPS) {
            tare.until(step); // so that a slow machine has time for each
        }
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        RecordedRun run = RecordedRun.read(to);
        boolean real = cell(run, "vxlan").dataPath().equals("bridge + flanneld vxlan");
        if (real) {
            assertThat(cell(run, "host-gw").dataPath()).isEqualTo("bridge + flanneld host-gw");
            assertThat(cell(run, "udp").dataPath()).isEqualTo("bridge + flanneld udp");
        } else { // a machine without flanneld: it says so, and only udp cannot be had
            assertThat(cell(run, "vxlan").dataPath()).isEqualTo("vxlan without flanneld");
            assertThat(cell(run, "udp").reason()).contains("flanneld");
        }
        assertThat(cell(run, "stand-in").dataPath()).isEqualTo("vxlan without flanneld");
        assertThat(cell(run, "bgp").dataPath()).isEqualTo("Calico-style bgp");
        assertThat(cell(run, "calico-vxlan").dataPath()).isEqualTo("Calico-style vxlan");
        assertThat(cell(run, "overlapping").reason()).contains("10.99.0.0/16 overlaps the route");
        CellFacts ipip = cell(run, "ipip");
        assertThat(ipip.dataPath() + ipip.reason()).containsAnyOf("routes into ipip", "load the module ipip");
        assertThat(run.samples())
                .hasSizeGreaterThanOrEqualTo(real ? 7 : 6)
                .extracting(Sample::outcome)
                .containsOnly(Sample.Outcome.VALID);
    }

    private static CellFacts cell(RecordedRun run, String mode) {
        return run.manifest().cells().stream()
                .filter(c -> c.cell().mode().equals(mode))
                .findFirst()
                .orElseThrow();
    }
}
