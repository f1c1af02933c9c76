package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.host.NetworkSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the underlay can carry reaches the networks that Docker makes on it. */
class PathMtuTest {
    private static final String MTU = "com.docker.network.driver.mtu";

    @TempDir
    private Path folder;

    private FakeHost server;
    private FakeHost client;

    @BeforeEach
    void anUnderlayOfTwoSizes() {
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        server.engine().answering("cat /sys/class/net/eth0/mtu", "9000\n");
        client.engine().answering("cat /sys/class/net/eth0/mtu", "1400\n");
    }

    @Test
    void bridgesOnBothHostsHaveTheSmallerOne() {
        try (Connection nat = new NatMode().connect("nat", server, client, Map.of())) {
            assertThat(nat.dataPath()).contains("NAT");
            assertThat(made(server, "tare-nat").options()).isEqualTo(Map.of(MTU, "1400"));
            assertThat(made(client, "tare-nat").options()).isEqualTo(Map.of(MTU, "1400"));
        }
    }

    @Test
    void theOverlayIsToldTheUnderlaysAndTakesItsHeadersOffItself() {
        try (Connection overlay = new OverlayMode().connect("overlay", server, client, Map.of("encrypted", "true"))) {
            assertThat(overlay.dataPath()).isEqualTo("vxlan + esp");
            assertThat(made(server, "tare-overlay").options()).isEqualTo(Map.of(MTU, "1400", "encrypted", "true"));
        }
    }

    @Test
    void withoutAnMtuNothingIsMade() {
        client.engine().answering("cat /sys/class/net/eth0/mtu", "");
        assertThatThrownBy(() -> new OverlayMode().connect("overlay", server, client, Map.of()))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("eth0/mtu on h2");
        assertThat(server.engine().left()).isEmpty();
        assertThat(server.journal().left()).isZero();
    }

    private static NetworkSpec made(FakeHost host, String name) {
        return Objects.requireNonNull(host.engine().networksMade().get(name), name);
    }
}
