package io.tare.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.host.NetworkNamespace;
import io.tare.tuning.Device.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hand tells of a container's devices. */
class GroundReaderTest {
    @TempDir
    private Path folder;

    private FakeHost host;

    @BeforeEach
    void host() {
        host = FakeHost.in(folder, "h2", "10.99.0.2");
    }

    @Test
    void theDevicesOfAnOverlayAreFoundWhereDockerHidesThem() {
        host.engine().answering("ground eth0 429 0.0.0.0 10.0.1.2 10.99.0.1", Grounds.overlayClient());
        GroundReader.Seen seen = GroundReader.ofClient(host, 429, "10.0.1.2", "10.99.0.1");
        assertThat(seen.source()).isEqualTo("10.0.1.4");
        Ground ground = seen.ground();
        assertThat(ground.cpus().cardinality()).isEqualTo(2);
        assertThat(ground.firewall()).isEqualTo("iptables-nft");
        assertThat(ground.container()).isEqualTo(new NetworkNamespace("/proc/429/ns/net", 4026535082L));
        assertThat(ground.devices())
                .extracting(Device::role, Device::name)
                .containsExactly(
                        tuple(Role.UNDERLAY, "eth0"),
                        tuple(Role.INSIDE, "eth0"),
                        tuple(Role.OUTSIDE, "veth1"),
                        tuple(Role.BRIDGE, "br0"),
                        tuple(Role.TUNNEL, "vxlan0"));
        assertThat(ground.in(Role.TUNNEL).getFirst().port()).isEqualTo(4789);
        assertThat(ground.called(List.of("veth"))).hasSize(2);
    }

    @Test
    void aContainerThatSharesItsHostsNetworkHasTheUnderlayAlone() {
        Ground ground = Grounds.of(host, Grounds.MACHINE);
        assertThat(ground.container()).isEqualTo(NetworkNamespace.OWN);
        assertThat(ground.devices()).hasSize(1);
        assertThat(ground.interrupts().keySet()).containsExactlyInAnyOrder(24, 25);
    }

    @Test
    void anAnswerThatIsNoneIsToldWithItsHost() {
        assertThatThrownBy(() -> Grounds.of(host, "cpus 0-1\ndevice underlay - 0 eth0"))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("h2")
                .hasMessageContaining("device underlay - 0 eth0");
        assertThatThrownBy(() -> Grounds.of(host, "")).isInstanceOf(HostException.class);
    }
}
