package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes whose client and server stand on one host: what is made, what carries the packets then, and that it is undone. */
class OneHostTest {
    private static final ContainerSpec SERVER = ContainerSpec.of("server", "image", List.of("serve"));
    private static final ContainerSpec CLIENT = ContainerSpec.of("client", "image", List.of("sleep", "infinity"));
    private static final Publish PORT = new Publish(5301, "tcp");

    @TempDir
    private Path folder;

    private FakeHost host;

    @BeforeEach
    void oneHost() {
        host = FakeHost.in(folder, "h1", "10.99.0.1");
        host.engine().answering("/sys/class/net/eth0/mtu", "1500\n");
    }

    @AfterEach
    void undone() {
        assertThat(host.engine().left()).isEmpty();
        assertThat(host.journal().left()).isZero();
    }

    @Test
    void containersShareTheNamespaceOfOneThatOnlyWaits() {
        try (Connection shared = new ContainerMode().connect("pod", host, host, Map.of());
                Container client = host.engine().start(shared.client(CLIENT));
                Container server = host.engine().start(shared.server(SERVER, List.of(PORT)))) {
            Container waiting = host.engine().containers(ContainerSpec.LABEL).getFirst();
            assertThat(waiting.name()).isEqualTo("tare-pod-shared");
            assertThat(host.engine().containersByName().values())
                    .extracting(made -> made.spec().network())
                    .containsExactly("none", "container:" + waiting.id(), "container:" + waiting.id());
            assertThat(shared.reach(server)).isEqualTo("127.0.0.1");
            assertThat(client.state().running()).isTrue();
        }
    }

    @Test
    void aBridgeIsReachedAtTheServersOwnAddress() {
        try (Connection bridge = new BridgeMode().connect("bridge", host, host, Map.of());
                Container server = host.engine().start(bridge.server(SERVER, List.of(PORT)))) {
            assertThat(bridge.reach(server))
                    .isEqualTo(server.state().addresses().get("tare-bridge"));
            assertThat(bridge.server(SERVER, List.of(PORT)).publish()).isEmpty();
        }
    }

    /** Docker's preset leaves the way back from a bridge to its own published port to a process of its own. */
    @ParameterizedTest
    @CsvSource({
        "'LISTEN 0 4096 0.0.0.0:5301', bridge + docker-proxy (user space)",
        "'', bridge + iptables NAT (hairpin)"
    })
    void aPublishedPortSaysWhatTurnsThePacketsBack(String listening, String dataPath) {
        host.engine().answering("ss --no-header", listening);
        try (Connection nat = new NatMode().connect("nat", host, host, Map.of());
                Container server = host.engine().start(nat.server(SERVER, List.of(PORT)))) {
            assertThat(nat.reach(server)).isEqualTo("10.99.0.1");
            assertThat(nat.dataPath()).isEqualTo(dataPath);
            assertThat(host.engine().calls()).containsOnlyOnce("create-network tare-nat");
        }
    }

    @Test
    void anOverlayOfOneHostHasNoTunnelAndJoinsNobody() {
        try (Connection overlay = new OverlayMode().connect("o", host, host, Map.of("encrypted", "true"))) {
            assertThat(overlay.dataPath()).isEqualTo("overlay's bridge, no vxlan");
            assertThat(host.engine().calls()).contains("init-swarm 10.99.0.1").noneMatch(c -> c.startsWith("join"));
        }
    }

    @Test
    void theHostsOwnNetworkIsItsLoopback() {
        try (Connection own = new HostMode().connect("host", host, host, Map.of())) {
            assertThat(own.dataPath()).isEqualTo("loopback");
        }
    }
}
