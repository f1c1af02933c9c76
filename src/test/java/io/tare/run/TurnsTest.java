package io.tare.run;

import static io.tare.host.FakeEngine.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.network.Modes;
import io.tare.result.Manifest.ImageFacts;
import io.tare.study.Cell;
import io.tare.study.Schedule;
import io.tare.study.Study;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import io.tare.workload.Workloads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modes that exclude each other: one stands at a time, and is warmed up each time that it is connected. */
class TurnsTest {
    private static final Cell HOST = new Cell("host", "none", "iperf3-tcp");
    private static final Cell MACVLAN = new Cell("macvlan", "none", "iperf3-tcp");
    private static final Cell L2 = new Cell("ipvlan", "none", "iperf3-tcp");
    private static final Cell L3 = new Cell("l3", "none", "iperf3-tcp");

    @TempDir
    private Path folder;

    private final Study study = new StudyReader(new Vocabulary(
                    Modes.words(), Workloads.words(), Map.of("none", List.of()), Modes.placements(), Modes.SENSELESS))
            .read("""
                    modes: [host, macvlan, ipvlan, ipvlan: {mode: l3, as: l3}]
                    workloads: [iperf3-tcp]
                    samples: 4
                    """, "turns.yaml");
    private FakeHost server;
    private FakeHost client;
    private Testbed testbed;

    @BeforeEach
    void hostsThatAnswer() {
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        for (FakeHost host : List.of(server, client)) {
            host.engine()
                    .answering("ss --no-header", "tcp LISTEN 0 0 *:5301 *:*")
                    .answering("ip link", "")
                    .answering("ip route", "")
                    .answering("ip -4 route", "10.99.0.0/24 dev eth0\n");
        }
        client.engine().answering("--bytes", "64.0 KBytes  receiver");
        testbed = new Testbed("t", server, client, new ImageFacts("image", "", Map.of()), List.of());
    }

    @Test
    void modesOfOneParentExcludeEachOther() {
        Turns turns = Turns.of(study);
        assertThat(turns.modes()).containsExactlyInAnyOrder("macvlan", "ipvlan", "l3");
        assertThat(turns.exclude("macvlan", "l3")).isTrue();
        assertThat(turns.exclude("macvlan", "macvlan")).isFalse();
        assertThat(turns.exclude("macvlan", "host")).isFalse();
    }

    /** The fake Engine refuses a second network on a parent, as Docker does. */
    @Test
    void theOneWhoseTurnItIsStandsAloneOnItsParent() {
        try (Stations stations = Stations.open(testbed, study, _ -> {})) {
            assertThat(List.of(HOST, MACVLAN, L2, L3)).allSatisfy(cell -> {
                assertThat(stations.obstacle(cell)).isEmpty();
                assertThat(stations.of(cell)).isNotNull();
            });
            for (Cell cell : List.of(MACVLAN, HOST, L2, MACVLAN, L3)) {
                stations.ready(cell);
                if (!cell.equals(HOST)) {
                    assertThat(server.engine().networksMade()).containsOnlyKeys("tare-" + cell.mode());
                    assertThat(client.engine().networksMade()).containsOnlyKeys("tare-" + cell.mode());
                }
                assertThat(server.engine().containersByName())
                        .containsKeys("tare-t-host_iperf3-tcp", "tare-t-" + cell.mode() + "_iperf3-tcp");
            }
        }
        assertUndone();
    }

    @Test
    void hostsThatEndWithTheRunTakeTheirModesWithThem() {
        Stations.open(testbed.endingWithRun(true), study, _ -> {}).close();
        assertThat(server.engine().containersByName()).isNotEmpty();
        assertThat(server.engine().networksMade()).isNotEmpty();
    }

    @Test
    void aModeThatCannotBeConnectedAgainSaysSoAndTheNextIsConnected() {
        try (Stations stations = Stations.open(testbed, study, _ -> {})) {
            stations.ready(MACVLAN);
            client.engine().answering("ip route add", _ -> failed(2, "RTNETLINK answers: File exists"));
            assertThatThrownBy(() -> stations.ready(L3))
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("File exists");
            stations.ready(L2);
            assertThat(client.engine().networksMade()).containsOnlyKeys("tare-ipvlan");
        }
        assertUndone();
    }

    @Test
    void oneThatTheTestbedHasNotLeavesTheOthersTheirTurns() {
        client.engine().answering("ipvlan mode", _ -> failed(2, "Unknown device type"));
        List<Event> events = new ArrayList<>();
        try (Stations stations = Stations.open(testbed, study, events::add)) {
            assertThat(stations.of(L2)).isNull();
            assertThat(stations.obstacle(L3)).contains("the kernel of h2 makes no ipvlan devices");
            stations.ready(MACVLAN);
            assertThat(client.engine().networksMade()).containsOnlyKeys("tare-macvlan");
        }
        assertThat(events).filteredOn(Event.Unavailable.class::isInstance).hasSize(2);
        assertUndone();
    }

    @Test
    void whoeverIsConnectedAnewIsWarmedUpAnew() {
        Turns turns = Turns.of(study);
        List<TrialPlan.Planned> plan = new TrialPlan(Schedule.of(study, 7, turns.modes()), turns, 1).of((_, _) -> true);
        assertThat(plan.getFirst()).isEqualTo(new TrialPlan.Planned(0, HOST));
        assertThat(plan)
                .filteredOn(t -> t.cell().equals(HOST) && t.block() == 0)
                .hasSize(1);
        String up = "";
        for (int i = 1; i < plan.size(); i++) {
            TrialPlan.Planned trial = plan.get(i);
            if (trial.cell().equals(HOST)) {
                continue;
            }
            boolean connects = !trial.cell().mode().equals(up);
            assertThat(trial.block() == 0).as("trial %d, %s", i, trial).isEqualTo(connects);
            up = trial.cell().mode();
        }
        assertThat(plan.stream().filter(t -> t.block() > 0)).hasSize(16);
    }

    private void assertUndone() {
        assertThat(server.engine().left()).isEmpty();
        assertThat(client.engine().left()).isEmpty();
        assertThat(server.journal().left() + client.journal().left()).isZero();
    }
}
