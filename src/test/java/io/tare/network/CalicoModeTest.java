package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import io.tare.host.HostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalicoModeTest {
    private static final String ESTABLISHED = "mesh       BGP        ---        up     02:54:48.010  Established   \n";

    @TempDir
    private Path folder;

    private RoutedHosts hosts;

    @BeforeEach
    void twoHosts() {
        hosts = RoutedHosts.in(folder);
        for (FakeHost host : hosts.both()) {
            host.engine()
                    .answering("birdc", ESTABLISHED)
                    .answering("ip -4 route show 10.244.0.", "10.244.0.64/26 via 10.99.0.2 dev eth0 proto bird\n");
        }
    }

    private Connection connect(String dataPath) {
        return new CalicoMode().connect("calico", hosts.server(), hosts.client(), Map.of("data-path", dataPath));
    }

    @Test
    void birdExportsTheBlockAndItsRoutesGoAfterIt() {
        try (Connection calico = connect("bgp")) {
            assertThat(calico.dataPath()).isEqualTo("Calico-style bgp");
            assertThat(calico.standIn())
                    .hasValueSatisfying(
                            said -> assertThat(said).contains("Felix and its policies did not run", "AS 64512"));
            assertThat(hosts.server().engine().containersByName().get("tare-calico-bird"))
                    .satisfies(
                            made -> assertThat(made.spec().files().toString()).contains("bird.conf"));
        }
        for (FakeHost host : hosts.both()) {
            assertThat(host.engine().calls())
                    .containsSubsequence("remove tare-calico-bird", "exec hand: ip -4 route flush root 10.244.0.0/16");
            assertThat(host.engine().left()).isEmpty();
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void aContainerHasOneAddressAndAGatewayThatItsHostAnswersFor() {
        hosts.client()
                .engine()
                .answering("ip -4 route get 169.254.1.1", _ -> FakeEngine.failed(2, "Network is unreachable"));
        try (Connection calico = connect("bgp")) {
            assertThat(calico.reach(RoutedHosts.attached(calico, hosts.server(), "one")))
                    .isEqualTo("10.244.0.2");
            assertThat(calico.reach(RoutedHosts.attached(calico, hosts.client(), "two")))
                    .isEqualTo("10.244.0.66");
            assertThat(RoutedHosts.done(hosts.server()))
                    .anyMatch(c -> c.endsWith("ip address add 10.244.0.2/32 dev eth0"))
                    .anyMatch(c -> c.matches("sysctl .*net.ipv4.conf.cali\\S+.proxy_arp=1 .*"))
                    .anyMatch(c -> c.endsWith("ip route add default via 169.254.1.1 dev eth0"))
                    .anyMatch(c -> c.matches("ip route add 10.244.0.2/32 dev cali\\S+ scope link"))
                    .noneMatch(c -> c.contains("neighbour add 169.254.1.1"));
            assertThat(RoutedHosts.done(hosts.client())).anyMatch(c -> c.contains("neighbour add 169.254.1.1"));
        }
    }

    @Test
    void vxlanKeepsBelowTheNetworksOfDocker() {
        hosts.client()
                .engine()
                .answering("ip -details link show type vxlan", "    vxlan id 4095 local 10.99.0.2 dev eth0\n");
        try (Connection calico = connect("vxlan")) {
            assertThat(calico.dataPath()).isEqualTo("Calico-style vxlan");
            assertThat(RoutedHosts.done(hosts.server()))
                    .contains(
                            "ip link add name vxlan-calico mtu 1450 type vxlan id 4094 dev eth0 local 10.99.0.1 dstport 4789 nolearning",
                            "ip route add blackhole 10.244.0.0/26 proto 80",
                            "ip route add 10.244.0.64/26 via 10.244.0.65 dev vxlan-calico onlink");
        }
        assertThat(RoutedHosts.done(hosts.client())).contains("ip link delete dev vxlan-calico");
    }

    @Test
    void ipipNeedsItsModule() {
        hosts.server().engine().answering("type ipip", _ -> FakeEngine.failed(2, "Error: Unknown device type."));
        assertThat(new CalicoMode().obstacles(List.copyOf(hosts.both()), Map.of("data-path", "ipip")))
                .singleElement()
                .asString()
                .contains("the kernel of h1 makes no ipip devices", "load the module ipip");
    }

    @Test
    void aBirdThatEndsIsToldWithItsLastWords() {
        FakeHost client = hosts.client();
        client.engine().answering("birdc", _ -> {
            client.engine().end("tare-calico-bird", 1, "bird: Address already in use\n");
            return FakeEngine.failed(1, "");
        });
        assertThatThrownBy(() -> connect("bgp"))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("bird on h2 ended with exit code 1")
                .hasMessageContaining("Address already in use");
        assertThat(client.journal().left()).isZero();
    }

    @Test
    void besideAnotherBirdItIsRefusedAndTwoOfItsOwnTakeTurns() {
        hosts.server().engine().answering("ip -4 route show proto bird", "10.1.0.0/16 via 10.99.0.9 dev eth0\n");
        CalicoMode mode = new CalicoMode();
        assertThat(mode.obstacles(List.copyOf(hosts.both()), Map.of()))
                .singleElement()
                .asString()
                .contains("h1 has kernel routes of another BIRD");
        assertThat(mode.claims(Map.of())).isNotEmpty().isEqualTo(mode.claims(Map.of("data-path", "bgp")));
        assertThat(mode.claims(Map.of("data-path", "vxlan"))).isEmpty();
    }
}
