package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal and the Engine together, as every room uses them. */
class HostUndoTest {
    @Test
    void whatIsGoneAlreadyCountsAsTakenBack() {
        FakeEngine engine = new FakeEngine("h1");
        HostUndo undo = new HostUndo(engine, () -> (command, _) -> engine.inHand(command));
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
        host.engine().createNetwork(NetworkSpec.of("tare-overlay", "overlay", Map.of()));
        host.journal().before(new Undo.RemoveContainer("tare-server"));
        host.engine()
                .start(ContainerSpec.of("tare-server", "image", List.of("true")).onNetwork("tare-overlay"));
        host.journal().before(new Undo.RemoveContainer("tare-announced-but-never-made"));

        assertThat(host.engine().left()).containsExactly("tare-server", "tare-overlay", "swarm");
        assertThat(host.again(folder).journal().replay()).isEqualTo(4);
        assertThat(host.engine().left()).isEmpty();
    }

    @Test
    void aChainThatARuleStillLeadsToStays() {
        FakeEngine engine = new FakeEngine("h1");
        HostUndo undo = new HostUndo(engine, () -> (command, _) -> engine.inHand(command));
        engine.answering("", "")
                .answering(
                        "--table nat --list-rules",
                        "-P POSTROUTING ACCEPT\n-N WEAVE\n-N WEAVER\n-A POSTROUTING -j WEAVER\n");
        undo.accept(new Undo.RemoveChain("iptables-nft", "nat", "WEAVER"));
        undo.accept(new Undo.RemoveChain("iptables-nft", "nat", "GONE"));
        undo.accept(new Undo.RemoveChain("iptables-nft", "nat", "WEAVE"));
        assertThat(engine.calls())
                .filteredOn(call -> call.contains("--flush") || call.contains("--delete-chain"))
                .containsExactly(
                        "exec hand: iptables-nft --wait --table nat --flush WEAVE",
                        "exec hand: iptables-nft --wait --table nat --delete-chain WEAVE");
    }

    @Test
    void aContainerThatHasToEndInOrderIsAskedBeforeItIsRemoved() {
        FakeEngine engine = new FakeEngine("h1");
        engine.start(ContainerSpec.of("tare-router", "image", List.of("serve")));
        new HostUndo(engine, () -> (command, _) -> engine.inHand(command))
                .accept(new Undo.StopContainer("tare-router"));
        assertThat(engine.calls()).containsSubsequence("stop tare-router", "remove tare-router");
        assertThat(engine.left()).isEmpty();
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

    @Test
    void whatADaemonRoutedIntoARangeGoesAtOnce(@TempDir Path folder) {
        FakeHost host = FakeHost.in(folder, "h1", "198.18.0.1");
        host.engine().answering("ip -4 route flush root 10.244.0.0/16", "");
        host.journal().before(new Undo.RemoveRoutesInto("10.244.0.0/16"));
        assertThat(host.again(folder).journal().replay()).isEqualTo(1);
        assertThat(host.engine().calls()).containsExactly("exec hand: ip -4 route flush root 10.244.0.0/16");
    }
}
