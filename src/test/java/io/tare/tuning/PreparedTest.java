package io.tare.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.FakeKernel;
import io.tare.host.HostException;
import io.tare.study.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tunings on two hosts without a kernel: applied whole or not at all, written down before, and taken back. */
class PreparedTest {
    private static final String UNDERLAY = "/sys/class/net/ens3/queues/rx-%d/rps_cpus";
    private static final String GRO = "ens3 generic-receive-offload";

    @TempDir
    private Path folder;

    private FakeHost server;
    private FakeHost client;
    private FakeKernel serving;
    private FakeKernel asking;
    private List<Ground> grounds = List.of();

    @BeforeEach
    void hosts() {
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        serving = FakeKernel.of(server);
        asking = FakeKernel.of(client);
        for (FakeKernel kernel : List.of(serving, asking)) {
            kernel.has(UNDERLAY.formatted(0), "0")
                    .has(UNDERLAY.formatted(1), "0")
                    .has(GRO, "on");
        }
        grounds = List.of(Grounds.of(server, Grounds.MACHINE), Grounds.of(client, Grounds.MACHINE));
    }

    private static Choice choice(String kind, String... given) {
        return new Choice(kind, kind, given.length == 0 ? Map.of() : Map.of(given[0], given[1]), null);
    }

    @Test
    void allHostsAreSetAndGivenBack() {
        Prepared rps = Prepared.on(choice("rps"), grounds);
        assertThat(serving.value(UNDERLAY.formatted(1)))
                .as("tried and taken back")
                .isEqualTo("0");
        assertThat(rps.changes()).isEqualTo(4);
        try (Applied applied = rps.apply()) {
            assertThat(applied).isNotNull();
            assertThat(List.of(serving, asking))
                    .allSatisfy(kernel -> assertThat(kernel.values())
                            .containsEntry(UNDERLAY.formatted(0), "f")
                            .containsEntry(UNDERLAY.formatted(1), "f"));
            assertThat(server.journal().left()).as("one undo a host").isEqualTo(1);
        }
        assertThat(List.of(serving, asking))
                .allSatisfy(kernel -> assertThat(kernel.values())
                        .containsEntry(UNDERLAY.formatted(0), "0")
                        .containsEntry(UNDERLAY.formatted(1), "0"));
        assertThat(server.journal().left() + client.journal().left()).isZero();
    }

    @Test
    void aSwitchCostsEachHostOneCommandAndTheWayBackAnother() {
        Prepared rps = Prepared.on(choice("rps"), grounds);
        int before = server.engine().calls().size();
        rps.apply().close();
        assertThat(server.engine().calls().size() - before).isEqualTo(2);
    }

    @Test
    void theChangeIsOnTheDiskBeforeItIsMade() throws Exception {
        Prepared rps = Prepared.on(choice("rps"), grounds);
        Applied forgotten = rps.apply();
        assertThat(forgotten).isNotNull();
        assertThat(Files.readString(folder.resolve("h1.journal"))).contains("restore-settings", "\"from\":\"0\"");
        server.again(folder).journal().replay();
        assertThat(serving.value(UNDERLAY.formatted(0))).isEqualTo("0");
        assertThat(asking.value(UNDERLAY.formatted(0)))
                .as("the other host's journal is its own")
                .isEqualTo("f");
    }

    @Test
    void whatStandsAlreadyIsNotChanged() {
        serving.has(UNDERLAY.formatted(0), "f").has(UNDERLAY.formatted(1), "f");
        Prepared rps = Prepared.on(choice("rps"), grounds);
        rps.apply().close();
        assertThat(rps.changes()).isEqualTo(2);
        assertThat(serving.value(UNDERLAY.formatted(0))).isEqualTo("f");
    }

    @Test
    void oneOfSeveralThatAHostHasNotIsDoneWithoutAndTold() {
        asking.lacks(UNDERLAY.formatted(1));
        serving.refusing(UNDERLAY.formatted(1), "Operation not supported");
        Prepared rps = Prepared.on(choice("rps"), grounds);
        assertThat(rps.changes()).isEqualTo(2);
        assertThat(rps.without())
                .containsExactlyInAnyOrder(
                        "rps: /sys/class/net/ens3/queues/rx-1/rps_cpus: wanted f, and the kernel refused: Operation not supported (h1)",
                        "rps: /sys/class/net/ens3/queues/rx-1/rps_cpus is not there (h2)");
        assertThat(serving.value(UNDERLAY.formatted(0))).isEqualTo("0");
    }

    @Test
    void aKnobThatAHostHasNothingOfIsUnavailableAndNothingIsChanged() {
        asking.lacks(UNDERLAY.formatted(0)).lacks(UNDERLAY.formatted(1));
        assertThatThrownBy(() -> Prepared.on(choice("rps"), grounds))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("rps on h2")
                .hasMessageContaining("is not there");
        assertThat(server.engine().calls()).noneMatch(call -> call.contains("settings change "));
    }

    @Test
    void aKnobThatNeedsAllOfItIsNotHalfApplied() {
        for (FakeKernel kernel : List.of(serving, asking)) {
            kernel.has("/proc/sys/net/core/busy_read", "0").has("/proc/sys/net/core/busy_poll", "0");
        }
        asking.refusing("/proc/sys/net/core/busy_poll", "Read-only file system");
        assertThatThrownBy(() -> Prepared.on(choice("busy-poll"), grounds))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("busy-poll on h2")
                .hasMessageContaining("Read-only file system");
        assertThat(asking.value("/proc/sys/net/core/busy_read")).isEqualTo("0");
        assertThat(serving.value("/proc/sys/net/core/busy_read")).isEqualTo("0");
        assertThat(client.journal().left()).isZero();
    }

    @Test
    void aValueThatIsSilentlyNotTakenIsAnErrorThatNamesIt() {
        serving.taking(UNDERLAY.formatted(1), "f", "7");
        assertThatThrownBy(() -> Prepared.on(choice("rps"), grounds))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("rps on h1: /sys/class/net/ens3/queues/rx-1/rps_cpus: wanted f, and it reads 7");
        assertThat(asking.value(UNDERLAY.formatted(0))).isEqualTo("0");
        assertThat(serving.value(UNDERLAY.formatted(1)))
                .as("what it took instead is taken back")
                .isEqualTo("0");
        assertThat(server.remarks()).as("nobody else changed it").isEmpty();
    }

    @Test
    void whatOthersChangeMeanwhileIsLeftToThem() {
        Prepared rps = Prepared.on(choice("rps"), grounds);
        try (Applied applied = rps.apply()) {
            assertThat(applied).isNotNull();
            serving.has(UNDERLAY.formatted(0), "2");
        }
        assertThat(serving.value(UNDERLAY.formatted(0))).isEqualTo("2");
        assertThat(serving.value(UNDERLAY.formatted(1))).isEqualTo("0");
        assertThat(server.remarks()).singleElement().asString().contains("changed by others");
        assertThatThrownBy(rps::apply)
                .isInstanceOf(HostException.class)
                .hasMessageContaining("it is 2, and was 0 before");
        assertThat(serving.value(UNDERLAY.formatted(1))).isEqualTo("0");
    }

    @Test
    void aDeviceThatVanishesBeforeItIsSetIsNamedAndOneThatVanishesAfterHoldsNothingUp() {
        Prepared rps = Prepared.on(choice("rps"), grounds);
        try (Applied applied = rps.apply()) {
            assertThat(applied).isNotNull();
            asking.lacks(UNDERLAY.formatted(1));
        }
        assertThat(asking.value(UNDERLAY.formatted(0))).isEqualTo("0");
        assertThat(client.journal().left()).isZero();
        assertThatThrownBy(rps::apply)
                .isInstanceOf(HostException.class)
                .hasMessageContaining("rps on h2: /sys/class/net/ens3/queues/rx-1/rps_cpus: it is not there any more");
        assertThat(List.of(serving.value(UNDERLAY.formatted(0)), asking.value(UNDERLAY.formatted(0))))
                .containsOnly("0");
    }

    @Test
    void aMaskOfCpusThatAHostHasNotIsRefusedBeforeAnythingIsChanged() {
        assertThatThrownBy(() -> Prepared.on(choice("rps", "cpus", "ff00"), grounds))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("the mask ff00 is not of its CPUs");
        assertThat(server.engine().calls()).noneMatch(call -> call.contains("settings change "));
    }

    @Test
    void tuningsAreCombinedAndMustAgree() {
        Choice both = Choice.allOf("both", List.of(choice("rps"), choice("gro", "state", "off")));
        try (Applied applied = Prepared.on(both, grounds).apply()) {
            assertThat(applied).isNotNull();
            assertThat(serving.value(UNDERLAY.formatted(0))).isEqualTo("f");
            assertThat(serving.value(GRO)).isEqualTo("off");
        }
        assertThat(serving.value(GRO)).isEqualTo("on");
        Choice torn = Choice.allOf("torn", List.of(choice("rps", "cpus", "1"), choice("rps", "cpus", "2")));
        assertThatThrownBy(() -> Prepared.on(torn, grounds))
                .isInstanceOf(TuningContradiction.class)
                .hasMessageContaining("rps wants 1 for /sys/class/net/ens3/queues/rx-0/rps_cpus")
                .hasMessageContaining("rps wants 2");
    }

    @Test
    void aTuningThatDoesNotProveItselfIsTakenBack() {
        for (FakeKernel kernel : List.of(serving, asking)) {
            kernel.has("/sys/class/net/ens3/mtu", "1500");
        }
        server.engine().answering("ping -n", "1 received");
        client.engine().answering("ping -n", _ -> io.tare.host.FakeEngine.failed(1, "100% packet loss"));
        assertThatThrownBy(() -> Prepared.on(choice("mtu", "underlay", "9000"), grounds))
                .isInstanceOf(TuningUnavailable.class)
                .hasMessageContaining("h2")
                .hasMessageContaining("-s 8972")
                .hasMessageContaining("100% packet loss");
        assertThat(serving.value("/sys/class/net/ens3/mtu")).isEqualTo("1500");
    }
}
