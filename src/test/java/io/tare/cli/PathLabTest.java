package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.lab.MachineState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real paths on one lab that stands, and that has nothing left of them afterwards. */
@Tag("lab")
class PathLabTest {
    private static final String LAB = "check-path";

    private static MachineState before = MachineState.now(LAB);

    @BeforeAll
    static void raise() throws Exception {
        before = MachineState.cleared(LAB);
        TareProcess up = TareProcess.run("lab", "up", "--lab", LAB);
        assertThat(up.exitCode()).as(up.printed()).isZero();
    }

    @AfterAll
    static void leftNothing() {
        assertThat(MachineState.cleared(LAB)).isEqualTo(before);
    }

    @Test
    void natIsProvenThroughItsBridgesAndRules() throws Exception {
        TareProcess tare = TareProcess.run("path", "nat", "--lab", LAB);
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        assertThat(tare.printed())
                .contains("20/20 seen", "MASQUERADE (+20)", "-j DNAT", "Proven: every device saw all 20")
                .doesNotContain("not proven");
        nothingIsLeft();
    }

    @Test
    void overlayIsProvenThroughItsHiddenNamespaces() throws Exception {
        TareProcess tare = TareProcess.run("path", "overlay", "--lab", LAB, "--json");
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        JsonNode path = JsonMapper.shared().readTree(tare.printed());
        assertThat(path.path("proven").asBoolean()).isTrue();
        assertThat(path.path("answered").asInt()).isEqualTo(20);
        assertThat(path.path("hops")
                        .valueStream()
                        .map(h -> h.at("/hop/device/kind").asString()))
                .containsExactly("veth", "veth", "bridge", "vxlan", "veth", "veth", "vxlan", "bridge", "veth", "veth");
        JsonNode card = path.path("hops").path(4);
        assertThat(card.at("/hop/device/name").asString()).isEqualTo("eth0");
        assertThat(card.at("/sight/headers").size()).isEqualTo(7);
        nothingIsLeft();
    }

    @Test
    void anInterruptUndoesAll() throws Exception {
        TareProcess tare = TareProcess.start("path", "nat", "--lab", LAB)
                .until("sending a first packet")
                .interrupt();
        assertThat(tare.exitCode()).as(tare.printed()).isEqualTo(ExitCode.INTERRUPTED);
        nothingIsLeft();
    }

    @Test
    void aModeThatCannotBeOneIsRefusedBeforeAnythingIsDone() throws Exception {
        TareProcess tare = TareProcess.run("path", "overlay", "encripted=true", "--lab", LAB);
        assertThat(tare.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(tare.printed()).contains("did you mean 'encrypted'?");
    }

    private static void nothingIsLeft() throws Exception {
        TareProcess status = TareProcess.run("lab", "status");
        assertThat(status.printed()).contains("lab 'check-path'", "0 containers");
    }
}
