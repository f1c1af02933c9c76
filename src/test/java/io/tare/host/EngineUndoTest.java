package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal and the Engine together, as every room uses them. */
class EngineUndoTest {
    @Test
    void whatIsGoneAlreadyCountsAsTakenBack() {
        FakeEngine engine = new FakeEngine("h1");
        EngineUndo undo = new EngineUndo(engine);
        undo.accept(new Undo.RemoveContainer("tare-gone"));
        undo.accept(new Undo.RemoveNetwork("tare-gone"));
        undo.accept(new Undo.LeaveSwarm());
        assertThat(engine.calls()).doesNotContain("leave-swarm", "remove-network tare-gone");
    }

    @Test
    void aCrashAtAnyMomentLeavesNothingOnceReplayed(@TempDir Path folder) {
        FakeHost host = FakeHost.in(folder, "h1", "198.18.0.1");
        host.journal().before(new Undo.LeaveSwarm());
        host.engine().initSwarm(host.address());
        host.journal().before(new Undo.RemoveNetwork("tare-overlay"));
        host.engine().createNetwork(new NetworkSpec("tare-overlay", "overlay", null, true, Map.of(), Map.of()));
        host.journal().before(new Undo.RemoveContainer("tare-server"));
        host.engine()
                .start(ContainerSpec.of("tare-server", "image", List.of("true")).onNetwork("tare-overlay"));
        host.journal().before(new Undo.RemoveContainer("tare-announced-but-never-made"));

        assertThat(host.engine().left()).containsExactly("tare-server", "tare-overlay", "swarm");
        assertThat(host.again(folder).journal().replay()).isEqualTo(4);
        assertThat(host.engine().left()).isEmpty();
    }

    @Test
    void anEngineThatHasStoppedKeepsItsJournalUntilItIsBack(@TempDir Path folder) {
        FakeHost host = FakeHost.in(folder, "h1", "198.18.0.1");
        host.journal().before(new Undo.RemoveContainer("tare-server"));
        host.engine().start(ContainerSpec.of("tare-server", "image", List.of("true")));
        host.engine().silent(true);
        assertThatThrownBy(() -> host.journal().replay())
                .isInstanceOf(HostException.class)
                .hasMessageContaining("gave no answer");
        host.engine().silent(false);
        assertThat(host.again(folder).journal().replay()).isEqualTo(1);
        assertThat(host.engine().left()).isEmpty();
    }
}
