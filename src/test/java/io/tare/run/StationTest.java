package io.tare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.network.HostMode;
import io.tare.result.Manifest.ImageFacts;
import io.tare.study.WorkloadSpec;
import io.tare.workload.DataWorkload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is prepared once, knows its port, and is put back before every trial but its first. */
class StationTest {
    private static final WorkloadSpec SPEC = new WorkloadSpec(
            "store",
            "",
            null,
            new WorkloadSpec.Server(
                    List.of("serve", "{port}"),
                    List.of("tcp"),
                    new WorkloadSpec.Ready(false, List.of("ready", "{port}"), 1),
                    Map.of(),
                    Map.of("/etc/store.conf", "listen {port}; of {server}"),
                    List.of("make", "the store"),
                    List.of("put", "back", "{port}")),
            new WorkloadSpec.Client(
                    List.of("ask", "{server}", "{port}", "{omit}", "{seconds}"),
                    List.of(),
                    null,
                    List.of(0),
                    2,
                    null,
                    null),
            List.of(),
            List.of());

    @TempDir
    private Path folder;

    private final List<AutoCloseable> made = new ArrayList<>();
    private FakeHost server;
    private Testbed testbed;
    private Container client;
    private FakeEngine proving;

    @BeforeEach
    void testbed() {
        server = FakeHost.in(folder, "h1", "10.0.0.1");
        FakeHost asking = FakeHost.in(folder, "h2", "10.0.0.2");
        server.engine().answering("ready", "").answering("put back", "").answering("make", "");
        asking.engine().answering("ask", "42");
        proving = asking.engine();
        testbed = new Testbed("t", server, asking, new ImageFacts("image", "", Map.of()), List.of());
        client = asking.engine().start(ContainerSpec.of("client", "image", List.of("sleep")));
    }

    private Station station(@Nullable String prepared) {
        return station(SPEC, prepared);
    }

    private Station station(WorkloadSpec spec, @Nullable String prepared) {
        return new Station(
                testbed,
                new HostMode().connect("host", server, testbed.client(), Map.of()),
                new DataWorkload(spec),
                "tare/image:test",
                client,
                "host-store",
                5301,
                new Timing(3, 2),
                prepared,
                Double.NaN);
    }

    @Test
    void aServerIsPutBackBeforeEveryTrialButItsFirst() {
        try (Station station = station(null)) {
            station.open();
            station.reset();
            station.ask();
            station.reset();
            station.ask();
            assertThat(server.engine().calls()).containsOnlyOnce("exec tare-t-host-store: put back 5301");
        }
    }

    @Test
    void aServerStartedAnewNeedsNotBePutBack() {
        try (Station station = station(null)) {
            station.open();
            station.ask();
            server.engine().end("tare-t-host-store", 1, "out of memory");
            assertThat(station.revive()).contains("out of memory");
            station.reset();
            assertThat(server.engine().calls()).noneMatch(call -> call.contains("put back"));
        }
    }

    @Test
    void aServerThatDoesNotComeBackIsSaidSo() {
        server.engine().answering("put back", _ -> FakeEngine.failed(1, "bench is being accessed by other users"));
        try (Station station = station(null)) {
            station.open();
            station.ask();
            assertThatThrownBy(station::reset)
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("being accessed by other users");
        }
    }

    /** A pattern of a study may backtrack without end. */
    @Test
    void aGatesPatternHasADeadline() {
        WorkloadSpec.Client asking =
                new WorkloadSpec.Client(List.of("ask"), List.of("prove"), "(a+)+\\1b", List.of(0), 0, null, null);
        WorkloadSpec spec = new WorkloadSpec("store", "", null, SPEC.server(), asking, List.of(), List.of());
        proving.answering("prove", "a".repeat(3000));
        try (Station station = station(spec, null)) {
            station.open();
            assertThatThrownBy(station::gate)
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("the gate of host-store cannot be judged")
                    .hasMessageContaining("takes longer than 2 s");
        }
    }

    @Test
    void aServersFilesKnowItsPortAndNothingElse() {
        try (Station station = station("tare-t-store")) {
            station.open();
            ContainerSpec started = Objects.requireNonNull(
                            server.engine().containersByName().get("tare-t-host-store"))
                    .spec();
            assertThat(started.files())
                    .containsExactly(ContainerFile.text("/etc/store.conf", "listen 5301; of {server}"));
            assertThat(started.binds()).containsExactly("tare-t-store:/prepared:ro");
            assertThat(station.clientCommand()).containsExactly("ask", "10.0.0.1", "5301", "2", "3");
        }
    }

    @Test
    void whatIsPreparedIsPreparedOnceAndGoesWithTheRun() throws Exception {
        PreparedVolumes volumes = new PreparedVolumes(testbed, new Images(testbed), made, _ -> {});
        assertThat(volumes.of(SPEC, "store")).isEqualTo("tare-t-store");
        assertThat(volumes.of(SPEC, "store-again")).as("the same command").isEqualTo("tare-t-store");
        assertThat(server.engine().calls())
                .containsOnlyOnce("exec tare-t-store-prepare: make the store")
                .contains("remove tare-t-store-prepare");
        assertThat(server.journal().left()).as("the volume is written down").isEqualTo(1);
        made.getFirst().close();
        assertThat(server.engine().calls()).endsWith("remove-volume tare-t-store");
    }

    @Test
    void whatCannotBePreparedLeavesNothing() {
        server.engine().answering("make", _ -> FakeEngine.failed(1, "no space left"));
        assertThatThrownBy(() -> new PreparedVolumes(testbed, new Images(testbed), made, _ -> {}).of(SPEC, "store"))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("no space left");
        server.journal().replay();
        assertThat(server.engine().left()).isEmpty();
    }
}
