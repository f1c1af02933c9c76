package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import io.tare.host.HostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weave's own routers, as far as Tare has to do with them: how they are started, what they say, how they end. */
class WeaveRoutersTest {
    private static final String STATUS = "/status/connections";

    @TempDir
    private Path folder;

    private FakeHost server;
    private FakeHost client;

    @BeforeEach
    void twoHosts() {
        server = host("h1", "10.99.0.1", "-> 10.99.0.2:6783 established fastdp 02:00(h2) mtu=1376\n");
        client = host("h2", "10.99.0.2", "<- 10.99.0.1:43210 established fastdp 02:00(h1) mtu=1376\n");
    }

    private FakeHost host(String name, String address, String connections) {
        FakeHost host = FakeHost.in(folder, name, address);
        host.engine()
                .answering("", "")
                .answering("cat /sys/class/net/eth0/mtu", "1500\n")
                .answering("ip link show dev vethwe-bridge", _ -> FakeEngine.failed(1, "does not exist"))
                .answering(STATUS, "HTTP/1.0 200 OK\r\n\r\n" + connections);
        return host;
    }

    private Connection connect(Map<String, String> parameters) throws Exception {
        Path program = Files.writeString(folder.resolve("weaver"), "a program");
        return new WeaveRouters.Start(
                        new WeaveNames("weave"),
                        WeaveSettings.of(parameters),
                        new WeavePorts(6783),
                        new Weaver.Program(program))
                .between(server, client);
    }

    private static ContainerSpec router(FakeHost host) {
        return Objects.requireNonNull(host.engine().containersByName().get("tare-weave-router"))
                .spec();
    }

    @Test
    void oneRouterAHostIsToldOfTheOther() throws Exception {
        try (Connection weave = connect(Map.of())) {
            assertThat(weave.dataPath()).isEqualTo("fastdp");
            assertThat(weave.standIn()).isEmpty();
            assertThat(weave.fault()).isEmpty();
            ContainerSpec spec = router(server);
            assertThat(spec.command())
                    .contains("--host=10.99.0.1", "--ipalloc-range=", "--docker-api=", "--mtu=1376", "--no-dns")
                    .doesNotContain("--no-fastdp")
                    .endsWith("10.99.0.2:6783");
            assertThat(spec.environment()).isEqualTo(Map.of("CHECKPOINT_DISABLE", "1"));
            assertThat(spec.files()).extracting(ContainerFile::path).containsExactly("/usr/local/bin/weaver");
            assertThat(spec.network()).isEqualTo("host");
            assertThat(router(client).command()).contains("--host=10.99.0.2").endsWith("10.99.0.1:6783");
        }
        for (FakeHost host : List.of(server, client)) {
            assertThat(host.engine().left()).isEmpty();
            assertThat(host.journal().left()).isZero();
            assertThat(host.engine().calls())
                    .containsSubsequence("stop tare-weave-router", "exec hand: ip link delete dev twb-weave")
                    .anyMatch(call -> call.startsWith("exec hand: perl -e ") && call.endsWith(" twd-weave"));
        }
    }

    @Test
    void sleeveHasBothSidesWithoutFastDataPathAndWithoutChecksumOffload() throws Exception {
        String says = " established encrypted sleeve 02:00(h) mtu=1438\n";
        server.engine().answering(STATUS, "-> 10.99.0.2:6783" + says);
        client.engine().answering(STATUS, "<- 10.99.0.1:6783" + says);
        try (Connection weave = connect(Map.of("data-path", "sleeve", "encrypted", "true"))) {
            assertThat(weave.dataPath()).isEqualTo("sleeve encrypted");
            assertThat(router(server).command()).contains("--no-fastdp", "--mtu=65535");
            String password =
                    Objects.requireNonNull(router(server).environment().get("WEAVE_PASSWORD"));
            assertThat(password).hasSizeGreaterThan(30);
            assertThat(router(client).environment()).containsEntry("WEAVE_PASSWORD", password);
            Container container =
                    server.engine().start(weave.client(ContainerSpec.of("one", "image", List.of("sleep"))));
            weave.attach(server, container);
            assertThat(server.engine().calls()).anyMatch(c -> c.endsWith("ethtool --offload ethwe tx off"));
        }
    }

    @Test
    void aRouterThatEndsAtOnceIsQuotedAndAllIsUndone() {
        client.engine().answering(STATUS, _ -> {
            client.engine().end("tare-weave-router", 1, "FATA: bind: address already in use");
            return FakeEngine.failed(1, "connection refused");
        });
        assertThatThrownBy(() -> connect(Map.of()))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("router on h2 ended with exit code 1")
                .hasMessageContaining("address already in use");
        assertThat(server.engine().left()).isEmpty();
        assertThat(client.engine().left()).isEmpty();
        assertThat(server.journal().left() + client.journal().left()).isZero();
    }

    @Test
    void whatSpoilsTheTrialsAfterwardsIsNamed() throws Exception {
        try (Connection weave = connect(Map.of())) {
            client.engine().answering(STATUS, "<- 10.99.0.1:6783 established sleeve 02:00(h1) mtu=1438\n");
            assertThat(weave.fault().orElseThrow())
                    .contains("h2 no longer has fastdp, not encrypted with h1", "established sleeve");
            server.engine().end("tare-weave-router", 137, "Killed");
            assertThat(weave.fault().orElseThrow()).contains("router on h1 ended with exit code 137", "Killed");
        }
    }

    @Test
    void aHostThatRunsWeaveAlreadyIsLeftAlone() {
        server.engine().answering("ip link show dev vethwe-bridge", "5: vethwe-bridge@vethwe-datapath: <UP>\n");
        assertThat(WeaveRouter.occupied(server).orElseThrow()).contains("h1", "vethwe-bridge", "router: stand-in");
        assertThat(WeaveRouter.occupied(client)).isEmpty();
    }
}
