package io.tare.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What iproute2, the kernel and ethtool print about a lab's hosts becomes the records that a path is made of. */
class ReadingsTest {
    @Test
    void namespacesThatNoProcessLivesInAreFoundToo() {
        Namespaces found =
                Namespaces.read("h2", Recorded.text("namespaces.txt"), Map.of(4026532717L, "tare-lab-client"));
        assertThat(found.own()).isEqualTo(Recorded.HOST);
        assertThat(found.of(4026532717L).orElseThrow().words()).isEqualTo("container tare-lab-client");
        assertThat(found.of(Recorded.HIDDEN.inode())).contains(Recorded.HIDDEN);
        assertThat(found.all()).hasSize(7);
    }

    @Test
    void anOverlaysHiddenNamespaceHoldsABridgeWithAVxlan() {
        List<Device> devices = DeviceReader.read(Recorded.HIDDEN, Recorded.text("links-overlay.json"));
        Device vxlan = named(devices, "vxlan0");
        assertThat(vxlan.kind()).isEqualTo("vxlan");
        assertThat(vxlan.master()).isEqualTo("br0");
        assertThat(vxlan.mtu()).isEqualTo(1450);
        assertThat(vxlan.lowerNamespace()).isZero();
        assertThat(vxlan.tunnel()).isEqualTo(new Tunnel(4097, 4789, "", "", "unset", false));
        assertThat(named(devices, "br0").kind()).isEqualTo("bridge");
        assertThat(named(devices, "lo").kind()).isEqualTo("loopback");
    }

    @Test
    void aContainersDeviceSaysWhereTheOtherEndIs() {
        Device end = named(DeviceReader.read(Recorded.HOST, Recorded.text("links-client.json")), "eth0");
        Device other = named(DeviceReader.read(Recorded.HIDDEN, Recorded.text("links-overlay.json")), "veth1");
        assertThat(end.kind()).isEqualTo("veth");
        assertThat(end.lowerIndex()).isEqualTo(other.index());
        assertThat(other.lowerIndex()).isEqualTo(end.index());
        assertThat(other.masterKind()).isEqualTo("bridge");
    }

    @Test
    void routesSayWhomTheDeviceHasToFind() {
        Route direct = Route.read("10.0.1.4", Recorded.text("route-client.json"));
        Route routed = Route.read("10.99.0.1", Recorded.text("route-nat-client.json"));
        assertThat(direct.next()).isEqualTo("10.0.1.4");
        assertThat(direct.source()).isEqualTo("10.0.1.2");
        assertThat(routed.next()).isEqualTo("172.21.0.1");
        assertThat(direct.local() || routed.local()).isFalse();
        assertThat(Neighbour.read(Recorded.text("neigh-client.json")))
                .contains(new Neighbour("10.0.1.4", "eth0", "02:42:0a:00:01:04", "reachable"));
    }

    @Test
    void aTunnelsEntryNamesTheOtherHostAndABridgesThePort() {
        List<ForwardingEntry> entries = ForwardingEntry.read(Recorded.text("fdb-overlay.json"));
        assertThat(entries)
                .contains(new ForwardingEntry("02:42:0a:00:01:04", "vxlan0", "10.99.0.1", 0, false))
                .anySatisfy(e -> {
                    assertThat(e.mac()).isEqualTo("02:42:0a:00:01:04");
                    assertThat(e.to()).isEmpty();
                    assertThat(e.own()).isFalse();
                });
    }

    @Test
    void connectionTrackingTellsWhatNatMakesOfAPacket() {
        assertThat(Tracked.read(Recorded.text("conntrack.txt")))
                .hasSize(3)
                .contains(new Tracked(
                        new Flow("172.21.0.2", 48143, "10.99.0.1", 5299),
                        new Flow("10.99.0.2", 48143, "10.99.0.1", 5299)))
                .allMatch(Tracked::translates);
    }

    @Test
    void offloadsThatMatterAreNamedShort() {
        Offloads offloads = Offloads.read(Recorded.text("offloads.txt"));
        assertThat(offloads.on()).containsExactly("rx-csum", "tx-csum", "tso", "gso");
        assertThat(offloads.off()).contains("gro", "tunnel-tso");
    }

    @Test
    void aProbeIsAnsweredOrNot() {
        assertThat(
                        Probe.read(
                                "1 10.0.1.2 40945 sent -\n2 10.0.1.2 58525 sent 10.0.1.2:58525\n3 10.0.1.2 1 Message-too-long -\n"))
                .containsExactly(
                        new Probe(1, "10.0.1.2", 40945, true, ""),
                        new Probe(2, "10.0.1.2", 58525, true, "10.0.1.2:58525"),
                        new Probe(3, "10.0.1.2", 1, false, ""));
    }

    private static Device named(List<Device> devices, String name) {
        return devices.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    }
}
