package io.tare.network;

import static io.tare.host.FakeEngine.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.host.NetworkSpec;
import io.tare.study.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** macvlan and ipvlan: whose addresses are whose, what stands in their way, and that all is undone. */
class ParentDeviceTest {
    private static final Map<String, String> L3 = Map.of("mode", "l3");

    @TempDir
    private Path folder;

    private FakeHost server;
    private FakeHost client;

    @BeforeEach
    void hosts() {
        server = FakeHost.in(folder, "h1", "10.99.0.1");
        client = FakeHost.in(folder, "h2", "10.99.0.2");
        for (FakeHost host : List.of(server, client)) {
            host.engine()
                    .answering("ip link add", "")
                    .answering("ip link show", "2: eth0")
                    .answering(
                            "ip -4 route show", "default via 10.99.0.254 dev eth0\n10.99.0.0/24 dev eth0 scope link\n")
                    .answering("ip route", "");
        }
    }

    @Test
    void bothHostsAreInOneSubnetAndNoAddressIsGivenTwice() {
        try (Connection macvlan = new MacvlanMode().connect("m", server, client, Map.of())) {
            assertThat(macvlan.dataPath()).isEqualTo("macvlan");
            assertThat(made(server, "tare-m").subnet()).isEqualTo("10.97.0.0/24");
            assertThat(made(server, "tare-m").ipRange()).isEqualTo("10.97.0.0/25");
            assertThat(made(client, "tare-m").subnet()).isEqualTo("10.97.0.0/24");
            assertThat(made(client, "tare-m").ipRange()).isEqualTo("10.97.0.128/25");
            assertThat(made(client, "tare-m").options()).isEqualTo(Map.of("parent", "eth0", "macvlan_mode", "bridge"));
        }
        assertUndone();
    }

    @Test
    void routedHostsHaveASubnetEachAndARouteToTheOthers() {
        client.engine().answering("ip route show 10.97.1.0/25", "10.97.1.0/25 via 10.99.0.1 dev eth0\n");
        try (Connection ipvlan = new IpvlanMode().connect("i", server, client, L3)) {
            assertThat(ipvlan.dataPath()).isEqualTo("ipvlan l3");
            assertThat(made(server, "tare-i").subnet()).isEqualTo("10.97.1.0/25");
            assertThat(made(client, "tare-i").subnet()).isEqualTo("10.97.1.128/25");
            assertThat(made(client, "tare-i").ipRange()).isNull();
            assertThat(server.engine().calls()).contains("exec hand: ip route add 10.97.1.128/25 via 10.99.0.2");
            assertThat(client.engine().calls()).contains("exec hand: ip route add 10.97.1.0/25 via 10.99.0.1");
        }
        assertThat(client.engine().calls()).contains("exec hand: ip route delete 10.97.1.0/25 via 10.99.0.1");
        assertUndone();
    }

    @Test
    void onOneHostNothingIsRouted() {
        try (Connection ipvlan = new IpvlanMode().connect("i", server, server, L3)) {
            assertThat(ipvlan.dataPath()).isEqualTo("ipvlan l3");
            assertThat(server.engine().calls()).noneMatch(call -> call.contains("ip route"));
        }
        assertUndone();
    }

    @Test
    void whatFailsHalfWayIsUndone() {
        client.engine().answering("ip route add", _ -> failed(2, "RTNETLINK answers: Network is unreachable"));
        assertThatThrownBy(() -> new IpvlanMode().connect("i", server, client, L3))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("Network is unreachable");
        assertUndone();
    }

    @Test
    void addressesThatTheHostsRouteElsewhereAreRefused() {
        client.engine().answering("ip -4 route show", "unreachable 10.0.0.0/8\n");
        assertThat(new MacvlanMode().obstacles(List.of(server, client), Map.of()))
                .containsExactly(
                        "the range 10.97.0.0/24 of its containers overlaps a route of h2 ('unreachable 10.0.0.0/8'); give it another with 'range:'");
        assertThat(new MacvlanMode().obstacles(List.of(server, client), Map.of("range", "192.168.7.0/28")))
                .isEmpty();
    }

    @Test
    void aDeviceOrADriverThatIsNotThereIsNamed() {
        server.engine()
                .answering("ip link show dev eth7", _ -> failed(1, "Device does not exist"))
                .answering("ipvlan mode l2", _ -> failed(2, "Unknown device type"));
        assertThat(new IpvlanMode().obstacles(List.of(server, client), Map.of("parent", "eth7")))
                .containsExactly(
                        "the kernel of h1 makes no ipvlan devices; load the module ipvlan",
                        "h1 has no device 'eth7' to hang containers on; name another with 'parent:'");
    }

    @ParameterizedTest
    @CsvSource({
        "10.97.0.0/24, true",
        "255.255.255.240/28, true",
        "10.97.0.0/29, false",
        "10.97.0.0/7, false",
        "10.97.0.256/24, false",
        "10.97.0.0, false"
    })
    void aStudyMayGiveARangeThatCanBeHalved(String text, boolean fits) {
        Parameter range = new MacvlanMode().parameters().getLast();
        assertThat(text.matches(range.pattern())).isEqualTo(fits);
    }

    @Test
    void modesOfOneParentClaimTheSame() {
        assertThat(new MacvlanMode().claims(Map.of())).isEqualTo(new IpvlanMode().claims(L3));
        assertThat(new MacvlanMode().claims(Map.of("parent", "eth1"))).isNotEqualTo(new MacvlanMode().claims(Map.of()));
        assertThat(new OverlayMode().claims(Map.of())).isEmpty();
    }

    private static NetworkSpec made(FakeHost host, String name) {
        return Objects.requireNonNull(host.engine().networksMade().get(name), name);
    }

    private void assertUndone() {
        assertThat(server.engine().left()).isEmpty();
        assertThat(client.engine().left()).isEmpty();
        assertThat(server.journal().left() + client.journal().left()).isZero();
    }
}
