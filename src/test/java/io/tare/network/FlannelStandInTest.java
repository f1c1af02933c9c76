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

/** Flannel without flanneld: the entries that flanneld v0.28.9 was seen to make in a lab, and what the results say of it. */
class FlannelStandInTest {
    private static final Map<String, String> VXLAN = Map.of("daemon", "stand-in");
    private static final Map<String, String> HOST_GW = Map.of("daemon", "stand-in", "backend", "host-gw");

    @TempDir
    private Path folder;

    private RoutedHosts hosts;

    @BeforeEach
    void twoHosts() {
        hosts = RoutedHosts.in(folder);
    }

    private Connection connect(String as, Map<String, String> parameters) {
        return new FlannelMode().connect(as, hosts.server(), hosts.client(), parameters);
    }

    @Test
    void vxlanHasOneRouteOneNeighbourAndOneForwardingEntryForThePeer() {
        try (Connection flannel = connect("flannel", VXLAN)) {
            assertThat(flannel.dataPath()).isEqualTo("vxlan without flanneld");
            assertThat(flannel.standIn())
                    .hasValueSatisfying(said ->
                            assertThat(said).startsWith("flanneld did not run (the study asks for the stand-in)"));
            assertThat(RoutedHosts.done(hosts.server()))
                    .containsSubsequence(
                            "ip link add name flannel.1 mtu 1450 type vxlan id 1 dev eth0 local 10.99.0.1 dstport 8472 nolearning",
                            "ip address add 10.244.1.0/32 dev flannel.1",
                            "ip link set dev flannel.1 up",
                            "ip neighbour replace 10.244.2.0 lladdr 02:00:00:00:00:02 dev flannel.1 nud permanent",
                            "bridge fdb replace 02:00:00:00:00:02 dev flannel.1 dst 10.99.0.2 self permanent",
                            "ip route add 10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink",
                            "ip link add name cni-flannel mtu 1450 type bridge",
                            "ip address add 10.244.1.1/24 dev cni-flannel");
        }
        for (FakeHost host : hosts.both()) {
            assertThat(RoutedHosts.done(host))
                    .contains("ip link delete dev flannel.1", "ip link delete dev cni-flannel");
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void hostGwHasARouteByTheOtherHostAndTheWholeMtu() {
        try (Connection flannel = connect("gw", HOST_GW)) {
            assertThat(flannel.dataPath()).isEqualTo("host-gw without flanneld");
            assertThat(RoutedHosts.done(hosts.client()))
                    .contains(
                            "ip route add 10.244.1.0/24 via 10.99.0.1 dev eth0",
                            "ip link add name cni-gw mtu 1500 type bridge")
                    .noneMatch(c -> c.contains("vxlan"));
        }
    }

    @Test
    void containersHaveTheBridgeAsTheirRouter() {
        try (Connection flannel = connect("flannel", VXLAN)) {
            assertThat(flannel.reach(RoutedHosts.attached(flannel, hosts.server(), "one")))
                    .isEqualTo("10.244.1.2");
            assertThat(flannel.reach(RoutedHosts.attached(flannel, hosts.server(), "two")))
                    .isEqualTo("10.244.1.3");
            assertThat(RoutedHosts.done(hosts.server()))
                    .anyMatch(c -> c.endsWith("ip address add 10.244.1.3/24 dev eth0"))
                    .anyMatch(c -> c.endsWith("ip route add default via 10.244.1.1 dev eth0"))
                    .anyMatch(c -> c.matches("ip link set dev tare\\S+ master cni-flannel"));
        }
    }

    @Test
    void whatFailsHalfWayIsUndone() {
        hosts.client().engine().answering("ip link add name cni-", _ -> FakeEngine.failed(2, "RTNETLINK: no memory"));
        assertThatThrownBy(() -> connect("flannel", VXLAN))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("no memory");
        for (FakeHost host : hosts.both()) {
            assertThat(RoutedHosts.done(host)).contains("ip link delete dev flannel.1");
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void udpHasNoStandInAndARangeInUseIsRefused() {
        FlannelMode mode = new FlannelMode();
        assertThat(mode.obstacles(List.copyOf(hosts.both()), Map.of("daemon", "stand-in", "backend", "udp")))
                .singleElement()
                .asString()
                .contains("udp is flanneld's own work");
        assertThat(mode.obstacles(List.copyOf(hosts.both()), Map.of("daemon", "stand-in", "range", "10.99.0.0/16")))
                .singleElement()
                .asString()
                .contains("overlaps the route");
        assertThat(mode.obstacles(List.copyOf(hosts.both()), VXLAN)).isEmpty();
    }
}
