package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import io.tare.host.HostException;
import io.tare.network.FlannelSettings.Backend;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** flanneld and etcd in their containers, answering as they did in a lab. */
class FlannelDaemonsTest {
    @TempDir
    private Path folder;

    private RoutedHosts hosts;

    @BeforeEach
    void twoHostsWithLeases() {
        hosts = RoutedHosts.in(folder);
        hosts.server().engine().answering("etcdctl", "10.99.0.1:2379 is healthy\n");
        lease(hosts.server(), "10.244.89");
        lease(hosts.client(), "10.244.15");
        hosts.server()
                .engine()
                .answering("ip -4 route show 10.244.15.0/24", "10.244.15.0/24 via 10.244.15.0 dev flannel.1\n");
        hosts.client()
                .engine()
                .answering("ip -4 route show 10.244.89.0/24", "10.244.89.0/24 via 10.244.89.0 dev flannel.1\n");
    }

    private static void lease(FakeHost host, String subnet) {
        host.engine().answering("cat /run/flannel/subnet.env", """
                FLANNEL_NETWORK=10.244.0.0/16
                FLANNEL_SUBNET=%s.1/24
                FLANNEL_MTU=1450
                FLANNEL_IPMASQ=false
                """.formatted(subnet));
    }

    private Connection connect() {
        AddressRange range = AddressRange.of("10.244.0.0/16").orElseThrow();
        return FlannelDaemons.connect(
                new Flannel("flannel", Backend.VXLAN, range, hosts.server(), hosts.client()), new byte[] {1});
    }

    @Test
    void bridgesHaveTheLeasedSubnetsAndAllIsUndoneDaemonsFirst() {
        try (Connection flannel = connect()) {
            assertThat(flannel.dataPath()).isEqualTo("bridge + flanneld vxlan");
            assertThat(flannel.standIn()).isEmpty();
            assertThat(flannel.fault()).isEmpty();
            assertThat(hosts.server().engine().calls())
                    .contains(
                            "exec tare-flannel-etcd: etcdctl --endpoints=http://10.99.0.1:2379 put /tare/flannel/config "
                                    + "{\"Network\":\"10.244.0.0/16\",\"Backend\":{\"Type\":\"vxlan\",\"VNI\":1,\"Port\":8472}}");
            assertThat(hosts.client().engine().containersByName().get("tare-flannel-flanneld"))
                    .satisfies(made -> assertThat(made.spec().command())
                            .contains(
                                    "--etcd-endpoints=http://10.99.0.1:2379",
                                    "--etcd-prefix=/tare/flannel",
                                    "--iface=10.99.0.2"));
            assertThat(RoutedHosts.done(hosts.client()))
                    .contains(
                            "ip link add name cni-flannel mtu 1450 type bridge",
                            "ip address add 10.244.15.1/24 dev cni-flannel");
        }
        for (FakeHost host : hosts.both()) {
            assertThat(host.engine().calls())
                    .containsSubsequence(
                            "remove tare-flannel-flanneld", "exec hand: ip -4 route flush root 10.244.0.0/16");
            assertThat(host.engine().left()).isEmpty();
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void aDaemonThatDiesIsToldWithItsLastWordsAndAllIsUndone() {
        FakeHost client = hosts.client();
        client.engine().answering("cat /run/flannel/subnet.env", _ -> {
            client.engine().end("tare-flannel-flanneld", 1, "E1125 main.go:316] Failed to check br_netfilter\n");
            return io.tare.host.FakeEngine.failed(1, "No such file or directory");
        });
        assertThatThrownBy(this::connect)
                .isInstanceOf(HostException.class)
                .hasMessageContaining("flanneld on h2 ended with exit code 1")
                .hasMessageContaining("Failed to check br_netfilter");
        for (FakeHost host : hosts.both()) {
            assertThat(host.engine().left()).isEmpty();
            assertThat(host.journal().left()).isZero();
        }
    }

    @Test
    void oneThatDiesLaterIsAFault() {
        try (Connection flannel = connect()) {
            hosts.server().engine().end("tare-flannel-flanneld", 137, "Killed\n");
            assertThat(flannel.fault())
                    .hasValueSatisfying(
                            fault -> assertThat(fault).startsWith("flanneld on h1 ended with exit code 137"));
        }
    }
}
