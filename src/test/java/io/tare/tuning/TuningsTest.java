package io.tare.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.FakeHost;
import io.tare.host.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each tuning wants, of a recorded host of a lab and of a virtual machine. */
class TuningsTest {
    @TempDir
    private Path folder;

    private Ground overlay;
    private Ground machine;

    @BeforeEach
    void grounds() {
        FakeHost host = FakeHost.in(folder, "h1", "10.99.0.1");
        overlay = Grounds.of(host, Grounds.overlayClient());
        machine = Grounds.of(host, Grounds.MACHINE);
    }

    private static List<String> wanted(Ground ground, String tuning, Map<String, String> given) {
        Tuning named = Tunings.named(tuning);
        return named.on(ground, new Given(named.about().parameters(), given)).wanted().stream()
                .map(w -> place(w.setting()) + "=" + w.value())
                .toList();
    }

    private static String place(Setting setting) {
        String words = setting.words();
        String elsewhere = " in (/proc/|network namespace ).*";
        String own = words.replaceAll(elsewhere, "");
        return own.equals(words) ? words : "in " + own;
    }

    private static String why(Ground ground, String tuning, Map<String, String> given) {
        Tuning named = Tunings.named(tuning);
        Wish wish = named.on(ground, new Given(named.about().parameters(), given));
        assertThat(wish.wanted()).isEmpty();
        return String.join("; ", wish.without());
    }

    @Test
    void rpsSpreadsEveryQueueOnTheWay() {
        assertThat(wanted(overlay, "rps", Map.of()))
                .containsExactly(
                        "/sys/class/net/eth0/queues/rx-0/rps_cpus=3",
                        "in /sys/class/net/eth0/queues/rx-0/rps_cpus=3",
                        "in /sys/class/net/veth1/queues/rx-0/rps_cpus=3",
                        "in /sys/class/net/vxlan0/queues/rx-0/rps_cpus=3");
        assertThat(wanted(overlay, "rps", Map.of("devices", "vxlan")))
                .containsExactly("in /sys/class/net/vxlan0/queues/rx-0/rps_cpus=3");
    }

    @Test
    void rpsLeavesOutTheCpuOfTheInterruptsWhenAsked() {
        assertThat(wanted(machine, "rps", Map.of("cpus", "not-irq")))
                .containsExactly(
                        "/sys/class/net/ens3/queues/rx-0/rps_cpus=e", "/sys/class/net/ens3/queues/rx-1/rps_cpus=e");
        assertThat(why(overlay, "rps", Map.of("cpus", "not-irq"))).contains("no interrupts");
    }

    @Test
    void rpsTakesAMaskOfCpusThatThereAre() {
        assertThat(wanted(machine, "rps", Map.of("cpus", "0C"))).allMatch(w -> w.endsWith("=c"));
        assertThat(why(machine, "rps", Map.of("cpus", "f0"))).contains("mask f0", "{0, 1, 2, 3}");
        assertThat(why(machine, "rps", Map.of("devices", "vxlan"))).contains("none of the devices");
    }

    @Test
    void whatNeedsSeveralOfSomethingSaysSo() {
        FakeHost host = FakeHost.in(folder, "single", "10.99.0.1");
        Ground single = Grounds.of(host, "cpus 0\ndevice underlay - 0 eth0 virtio_net 1 1 0\n");
        assertThat(why(single, "rps", Map.of())).contains("one CPU");
        assertThat(why(single, "rfs", Map.of())).contains("one CPU");
        assertThat(why(overlay, "xps", Map.of())).contains("1 send queue");
        assertThat(why(overlay, "irq-affinity", Map.of())).contains("no interrupts");
    }

    @Test
    void queuesAndInterruptsAreDealtOutInTurn() {
        assertThat(wanted(machine, "xps", Map.of()))
                .containsExactly(
                        "/sys/class/net/ens3/queues/tx-0/xps_cpus=5", "/sys/class/net/ens3/queues/tx-1/xps_cpus=a");
        assertThat(wanted(machine, "irq-affinity", Map.of()))
                .containsExactly("/proc/irq/24/smp_affinity=1", "/proc/irq/25/smp_affinity=2");
        assertThat(wanted(machine, "irq-affinity", Map.of("cpus", "8")))
                .containsExactly("/proc/irq/24/smp_affinity=8", "/proc/irq/25/smp_affinity=8");
    }

    @Test
    void rfsSharesTheTableAmongTheQueues() {
        assertThat(wanted(machine, "rfs", Map.of("entries", "1000")))
                .containsExactly(
                        "/proc/sys/net/core/rps_sock_flow_entries=1024",
                        "/sys/class/net/ens3/queues/rx-0/rps_flow_cnt=512",
                        "/sys/class/net/ens3/queues/rx-1/rps_flow_cnt=512");
    }

    @Test
    void rssAsksForAQueueOfEachCpuInEitherOfADriversWays() {
        assertThat(wanted(machine, "rss", Map.of()))
                .containsExactly(
                        "Combined queues of ens3=4",
                        "RX queues of ens3=4",
                        "TX queues of ens3=4",
                        "rx-flow-hash udp4 of ens3=sdfn");
        assertThat(wanted(machine, "rss", Map.of("udp-hash", "unchanged", "queues", "2")))
                .hasSize(3);
    }

    @Test
    void offloadsAreSwitchedOnEveryDeviceNamed() {
        assertThat(wanted(overlay, "gro", Map.of("state", "off", "devices", "underlay,vxlan")))
                .containsExactly("generic-receive-offload of eth0=off", "in generic-receive-offload of vxlan0=off");
        assertThat(wanted(machine, "tunnel-offload", Map.of()))
                .containsExactly("tx-udp_tnl-segmentation of ens3=on", "tx-udp_tnl-csum-segmentation of ens3=on");
        assertThat(wanted(machine, "tso", Map.of())).containsExactly("tcp-segmentation-offload of ens3=on");
        assertThat(wanted(machine, "gso", Map.of())).containsExactly("generic-segmentation-offload of ens3=on");
    }

    @Test
    void anMtuIsSetFromTheUnderlayInwardsAndProved() {
        assertThat(wanted(overlay, "mtu", Map.of("underlay", "9000", "overlay", "8950")))
                .containsExactly(
                        "/sys/class/net/eth0/mtu=9000",
                        "in /sys/class/net/vxlan0/mtu=8950",
                        "in /sys/class/net/veth1/mtu=8950",
                        "in /sys/class/net/br0/mtu=8950",
                        "in /sys/class/net/eth0/mtu=8950");
        Tuning mtu = Tunings.named("mtu");
        Wish wish = mtu.on(overlay, new Given(mtu.about().parameters(), Map.of("underlay", "9000", "overlay", "8950")));
        assertThat(wish.proofs().stream().map(words -> String.join(" ", words)))
                .containsExactly(
                        "ping -n -q -c 1 -W 2 -M do -s 8972 10.99.0.1",
                        "nsenter --net=/proc/429/ns/net ping -n -q -c 1 -W 2 -M do -s 8922 10.0.1.2");
        assertThat(why(machine, "mtu", Map.of("overlay", "1400"))).contains("no devices of its own");
        assertThat(why(overlay, "mtu", Map.of())).contains("neither");
    }

    @Test
    void socketsAreThoseOfTheContainer() {
        assertThat(wanted(overlay, "congestion-control", Map.of()))
                .containsExactly("in /proc/sys/net/ipv4/tcp_congestion_control=bbr");
        assertThat(wanted(overlay, "socket-buffers", Map.of("most", "1M")))
                .containsExactly(
                        "in /proc/sys/net/ipv4/tcp_rmem=4096 131072 1048576",
                        "in /proc/sys/net/ipv4/tcp_wmem=4096 16384 1048576",
                        "/proc/sys/net/core/rmem_max=1048576",
                        "/proc/sys/net/core/wmem_max=1048576");
    }

    @Test
    void netfilterIsLeftOutForTheTunnelsPortAndWhereTheBridgeIs() {
        assertThat(wanted(overlay, "notrack", Map.of()))
                .containsExactly(
                        "iptables-nft --table raw PREROUTING --protocol udp --dport 4789 --jump CT --notrack=present",
                        "iptables-nft --table raw OUTPUT --protocol udp --dport 4789 --jump CT --notrack=present");
        assertThat(why(machine, "notrack", Map.of())).contains("no tunnel");
        assertThat(wanted(overlay, "bridge-nf-call", Map.of()))
                .containsExactly(
                        "in /proc/sys/net/bridge/bridge-nf-call-iptables=0",
                        "in /proc/sys/net/bridge/bridge-nf-call-ip6tables=0");
        assertThat(why(machine, "bridge-nf-call", Map.of())).contains("no bridge");
    }

    @Test
    void receivingIsPolledAsTheStudySays() {
        assertThat(wanted(machine, "busy-poll", Map.of("us", "20")))
                .containsExactly("/proc/sys/net/core/busy_read=20", "/proc/sys/net/core/busy_poll=20");
        assertThat(wanted(machine, "napi-defer", Map.of()))
                .containsExactly(
                        "/sys/class/net/ens3/napi_defer_hard_irqs=2", "/sys/class/net/ens3/gro_flush_timeout=20000");
        assertThat(wanted(machine, "threaded-napi", Map.of())).containsExactly("/sys/class/net/ens3/threaded=1");
        assertThat(wanted(machine, "netdev-budget", Map.of()))
                .containsExactly("/proc/sys/net/core/netdev_budget=600", "/proc/sys/net/core/netdev_budget_usecs=8000");
        assertThat(wanted(machine, "netdev-backlog", Map.of()))
                .containsExactly("/proc/sys/net/core/netdev_max_backlog=10000");
        assertThat(wanted(machine, "governor", Map.of())).hasSize(4).allMatch(w -> w.endsWith("=performance"));
    }

    static List<Tuning> all() {
        return Tunings.all();
    }

    /** What is a kernel's own must be known to be, or a lab of namespaces would change the machine. */
    @ParameterizedTest
    @MethodSource("all")
    void everySettingIsOneOfANetworkNamespaceOrKnownToBeTheMachines(Tuning tuning) {
        for (Ground ground : List.of(overlay, machine)) {
            for (Wish.Wanted wanted : tuning.on(ground, new Given(tuning.about().parameters(), tuning.example()))
                    .wanted()) {
                if (wanted.setting() instanceof Setting.KernelFile(var namespace, String path)) {
                    boolean namespaced = path.startsWith("/proc/sys/net/") || path.startsWith("/sys/class/net/");
                    assertThat(wanted.setting().ofKernel()).as(path).isEqualTo(!namespaced);
                    assertThat(namespace).isNotNull();
                }
            }
        }
    }
}
