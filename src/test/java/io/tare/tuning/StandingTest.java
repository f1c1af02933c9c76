package io.tare.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.FakeKernel;
import io.tare.host.HostException;
import io.tare.study.Choice;
import io.tare.tuning.Held.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tuning that stays: what stands, what others did to it, and what is taken back. */
class StandingTest {
    private static final String QUEUE = "/sys/class/net/ens3/queues/rx-0/rps_cpus";
    private static final String VETH = "/sys/class/net/veth7/queues/rx-0/rps_cpus";
    private static final String TOLD = """
            cpus 0-3
            device underlay - 0 ens3 virtio_net 1 1 0
            device outside - 0 veth7 veth 1 1 0
            """;

    @TempDir
    private Path folder;

    private FakeHost h1;
    private FakeHost h2;
    private FakeKernel one;
    private FakeKernel two;

    @BeforeEach
    void twoHosts() {
        h1 = FakeHost.in(folder, "h1", "10.99.0.1");
        h2 = FakeHost.in(folder, "h2", "10.99.0.2");
        one = FakeKernel.of(h1).has(QUEUE, "0").has(VETH, "0");
        two = FakeKernel.of(h2).has(QUEUE, "0").has(VETH, "0");
        h1.engine().answering("ground eth0 - -", TOLD);
        h2.engine().answering("ground eth0 - -", TOLD);
    }

    private Standing standing(String name, String... cpus) {
        Choice rps = new Choice("rps", "rps", cpus.length == 0 ? Map.of() : Map.of("cpus", cpus[0]), null);
        return new Standing(name, rps, List.of(h1, h2));
    }

    private static List<State> states(Standing standing) {
        return standing.status().stream().map(Held::state).toList();
    }

    @Test
    void itStaysWhenARunIsUndoneAndUntilItIsTakenBack() {
        assertThat(states(standing("steered"))).containsOnly(State.UNAPPLIED);
        assertThat(standing("steered").apply()).isEmpty();
        h1.journal().replay();
        assertThat(one.value(QUEUE)).isEqualTo("f");
        h1 = h1.again(folder); // Tare is started again
        assertThat(standing("steered").status())
                .hasSize(4)
                .first()
                .hasToString("Held[host=h1, setting=" + QUEUE + ", state=HOLDS, now=f, wanted=f, before=0]");
        assertThat(h1.lasting().names()).containsExactly("steered");
        assertThat(standing("steered").undo()).isTrue();
        assertThat(List.of(one.value(QUEUE), one.value(VETH), two.value(QUEUE), two.value(VETH)))
                .containsOnly("0");
        assertThat(h1.lasting().names()).isEmpty();
        assertThat(standing("steered").undo()).isFalse();
    }

    @Test
    void applyingTwiceKeepsTheOldValues() {
        standing("steered").apply();
        standing("steered").apply();
        assertThat(states(standing("steered"))).containsOnly(State.HOLDS);
        standing("steered").undo();
        assertThat(one.value(QUEUE)).isEqualTo("0");
    }

    @Test
    void applyingAgainTakesInDevicesThatAppearedSince() {
        standing("steered").apply();
        String newer = "/sys/class/net/veth9/queues/rx-0/rps_cpus";
        one.has(newer, "0");
        h1.engine().answering("ground eth0 - -", TOLD + "device outside - 0 veth9 veth 1 1 0\n");
        assertThat(states(standing("steered"))).contains(State.UNAPPLIED);
        standing("steered").apply();
        assertThat(one.value(newer)).isEqualTo("f");
        standing("steered").undo();
        assertThat(one.value(newer)).isEqualTo("0");
        assertThat(one.value(QUEUE)).isEqualTo("0");
    }

    @Test
    void whatOthersChangedIsToldAndLeftToThem() {
        standing("steered").apply();
        one.has(QUEUE, "2");
        assertThat(standing("steered").status().getFirst().words())
                .isEqualTo("h1: " + QUEUE + " was changed by others meanwhile: it is 2 (Tare set f, found 0 before)");
        assertThatThrownBy(() -> standing("steered").apply())
                .isInstanceOf(TuningContradiction.class)
                .hasMessageContaining("changed by others")
                .hasMessageContaining("tare tuning undo");
        assertThat(standing("steered").undo()).isTrue();
        assertThat(one.value(QUEUE)).isEqualTo("2");
        assertThat(one.value(VETH)).isEqualTo("0");
        assertThat(h1.remarks()).singleElement().asString().contains("changed by others");
    }

    @Test
    void anotherThatContradictsItIsRefusedWithTheWayOutAndOneThatAgreesIsNot() {
        standing("steered").apply();
        assertThatThrownBy(() -> standing("narrow", "1").apply())
                .isInstanceOf(TuningContradiction.class)
                .hasMessage(
                        "tuning 'steered', applied before, set " + QUEUE
                                + " on h1 to f, and rps wants 1. Take that one back first with 'tare tuning undo' and its file.");
        assertThat(one.value(QUEUE)).isEqualTo("f");
        standing("same").apply();
        assertThat(standing("same").undo()).as("it set nothing").isFalse();
        assertThat(one.value(QUEUE)).isEqualTo("f");
    }

    @Test
    void aDeviceThatIsGoneHoldsNothingUp() {
        standing("steered").apply();
        one.lacks(VETH);
        h1.engine().answering("ground eth0 - -", TOLD.replaceAll("device outside.*\n", ""));
        assertThat(states(standing("steered"))).contains(State.GONE).doesNotContain(State.CHANGED);
        assertThat(standing("steered").undo()).isTrue();
        assertThat(one.value(QUEUE)).isEqualTo("0");
        assertThat(h1.remarks()).isEmpty();
    }

    @Test
    void aHostThatRefusesIsNotHalfTuned() {
        two.refusing(QUEUE, "Read-only file system").refusing(VETH, "Read-only file system");
        assertThatThrownBy(() -> standing("steered").apply())
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("rps on h2")
                .hasMessageContaining("Read-only file system");
        assertThat(one.value(QUEUE)).isEqualTo("0");
        assertThat(h1.lasting().names()).isEmpty();
    }

    @Test
    void whatCannotBeGivenBackIsKeptForTheNextUndo() {
        standing("steered").apply();
        one.refusing(QUEUE, "Read-only file system");
        assertThatThrownBy(() -> standing("steered").undo())
                .isInstanceOf(HostException.class)
                .hasMessageContaining("Read-only file system");
        assertThat(h1.lasting().names()).containsExactly("steered");
    }
}
