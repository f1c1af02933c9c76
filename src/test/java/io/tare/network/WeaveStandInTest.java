package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weave where its router cannot run: the kernel's VXLAN, set as Weave's fast data path sets its packets. */
class WeaveStandInTest {
    private static final Map<String, String> STAND_IN = Map.of("router", "stand-in");

    @TempDir
    private Path folder;

    private FakeHost server;
    private FakeHost client;

    @BeforeEach
    void hostsWithoutDummyDevices() {
        server = host("h1", "10.99.0.1");
        client = host("h2", "10.99.0.2");
    }

    private FakeHost host(String name, String address) {
        FakeHost host = FakeHost.in(folder, name, address);
        host.engine()
                .answering("", "")
                .answering("cat /sys/class/net/eth0/mtu", "1500\n")
                .answering("type dummy", _ -> FakeEngine.failed(2, "Error: Unknown device type."))
                .answering("genl ctrl get", _ -> FakeEngine.failed(255, "No such file or directory"));
        return host;
    }

    private static List<String> done(FakeHost host) {
        return host.engine().calls().stream()
                .filter(call -> call.startsWith("exec hand: "))
                .map(call -> call.replaceFirst("exec hand: ", ""))
                .toList();
    }

    @Test
    void everyPacketGoesToThePeerUnderWeavesIdentifiers() {
        try (Connection weave = new WeaveMode().connect("weave", server, client, STAND_IN)) {
            assertThat(weave.dataPath()).isEqualTo("fastdp-equivalent");
            WeaveNames names = new WeaveNames("weave");
            int there = names.vni(1, 2);
            int back = names.vni(2, 1);
            assertThat(there & 0xfff).isEqualTo(back >> 12).isEqualTo(names.shortId(1));
            assertThat(there).isNotEqualTo(back).isLessThan(1 << 24);
            assertThat(done(server))
                    .contains(
                            "ip link add name twx-weave mtu 1376 type vxlan id %d local 10.99.0.1 dstport 6784 ttl 64 df set noudpcsum nolearning"
                                    .formatted(back),
                            "bridge fdb append 00:00:00:00:00:00 dev twx-weave dst 10.99.0.2 vni %d".formatted(there),
                            "ip link set dev twx-weave master twb-weave");
            assertThat(done(client))
                    .contains(
                            "ip link add name twx-weave mtu 1376 type vxlan id %d local 10.99.0.2 dstport 6784 ttl 64 df set noudpcsum nolearning"
                                    .formatted(there),
                            "bridge fdb append 00:00:00:00:00:00 dev twx-weave dst 10.99.0.1 vni %d".formatted(back));
        }
        for (FakeHost host : List.of(server, client)) {
            assertThat(done(host)).contains("ip link delete dev twx-weave", "ip link delete dev twb-weave");
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void containersHaveTheirAddressesFromTheRange() {
        Map<String, String> parameters = Map.of("router", "stand-in", "range", "10.48.0.0/16");
        try (Connection weave = new WeaveMode().connect("weave", server, client, parameters)) {
            client.engine().start(ContainerSpec.of("of-another-mode", "image", List.of("sleep")));
            Container first = container(weave, server, "one");
            Container second = container(weave, client, "two");
            assertThat(weave.reach(first)).isEqualTo("10.48.0.1");
            assertThat(weave.reach(second)).isEqualTo("10.48.0.2");
            assertThat(done(server))
                    .anyMatch(c -> c.endsWith("ip address add 10.48.0.1/16 dev ethwe"))
                    .anyMatch(c -> c.matches(
                            "ip link add name tare\\S+ mtu 1376 type veth peer name ethwe mtu 1376 netns \\d+"))
                    .anyMatch(c -> c.contains("net.ipv4.neigh.ethwe.ucast_solicit=1"))
                    .anyMatch(c -> c.contains("net.ipv4.conf.ethwe.arp_notify=1"))
                    .noneMatch(c -> c.contains("ethtool"));
        }
    }

    private static Container container(Connection weave, FakeHost host, String name) {
        Container started = host.engine().start(weave.client(ContainerSpec.of(name, "image", List.of("sleep"))));
        weave.attach(host, started);
        return started;
    }

    @Test
    void whereTheKernelHasNoDummyItRunsByItselfAndSaysWhy() {
        assertThat(new WeaveMode().obstacles(List.of(server, client), Map.of())).isEmpty();
        try (Connection weave = new WeaveMode().connect("weave", server, client, Map.of())) {
            assertThat(weave.standIn().orElseThrow())
                    .contains("Weave Net's router did not run", "h1 makes no dummy devices", "no Open vSwitch")
                    .contains("VXLAN", "fastdp-equivalent");
        }
    }

    @Test
    void whatOnlyTheRouterDoesHasNoStandIn() {
        assertThat(new WeaveMode().obstacles(List.of(server), Map.of("data-path", "sleeve")))
                .singleElement()
                .asString()
                .contains("no dummy devices", "load the module dummy", "no sleeve");
        assertThat(new WeaveMode().obstacles(List.of(server), Map.of("encrypted", "true", "router", "stand-in")))
                .singleElement()
                .asString()
                .contains("does not encrypt");
        assertThat(new WeaveMode().obstacles(List.of(server), Map.of("router", "real")))
                .anyMatch(o -> o.contains("load the module openvswitch"));
    }

    @Test
    void aRangeThatIsInUseIsRefused() {
        client.engine().answering("ip -4 route show", "10.40.0.0/16 dev vpn0 scope link\n");
        assertThat(new WeaveMode().obstacles(List.of(server, client), STAND_IN))
                .singleElement()
                .asString()
                .contains("10.32.0.0/12", "h2", "10.40.0.0/16 dev vpn0", "range:");
    }

    @Test
    void portsThatAreInUseAreLeftToWhoHasThem() {
        server.engine().answering("sport >= 6782", "udp UNCONN 0 0 0.0.0.0:6784 0.0.0.0:*\n");
        client.engine().answering("sport >= 6792", "tcp LISTEN 0 0 127.0.0.1:6792 0.0.0.0:*\n");
        try (Connection _ = new WeaveMode().connect("weave", server, client, STAND_IN)) {
            assertThat(done(server)).anyMatch(c -> c.contains(" local 10.99.0.1 dstport 6804 "));
            assertThat(done(client)).anyMatch(c -> c.contains(" local 10.99.0.2 dstport 6804 "));
        }
        server.engine().answering("ss --no-header", "udp UNCONN 0 0 0.0.0.0:1 0.0.0.0:*\n");
        assertThatThrownBy(() -> new WeaveMode().connect("weave", server, client, STAND_IN))
                .hasMessageContaining("no free ports for Weave Net among 6783, 6793")
                .hasMessageContaining("h1, h2");
    }

    @Test
    void whatFailsHalfWayIsUndone() {
        client.engine().answering("bridge fdb append", _ -> FakeEngine.failed(2, "RTNETLINK answers: No such device"));
        assertThatThrownBy(() -> new WeaveMode().connect("weave", server, client, STAND_IN))
                .hasMessageContaining("No such device");
        for (FakeHost host : List.of(server, client)) {
            assertThat(done(host)).contains("ip link delete dev twx-weave", "ip link delete dev twb-weave");
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void onALargerUnderlayTheMtuGrowsAsWeavesManualSays() {
        server.engine().answering("cat /sys/class/net/eth0/mtu", "9000\n");
        client.engine().answering("cat /sys/class/net/eth0/mtu", "9000\n");
        assertThat(WeaveSettings.mtu(server, client)).isEqualTo(8916);
        client.engine().answering("cat /sys/class/net/eth0/mtu", "1400\n");
        assertThat(WeaveSettings.mtu(server, client)).isEqualTo(1316);
    }
}
