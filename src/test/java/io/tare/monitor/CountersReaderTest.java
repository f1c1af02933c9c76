package io.tare.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.HostCounters;
import io.tare.result.HostCounters.CpuTime;
import io.tare.result.NetworkSpace;
import io.tare.result.NetworkSpace.Device;
import io.tare.result.NetworkSpace.Traffic;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On what watch.sh really printed on a lab host of two CPUs while datagrams came in over its overlay, beside much other work on the machine. */
class CountersReaderTest {
    private static final String PRINTED = counters();

    private static String counters() {
        String whole = SadfReaderTest.recorded("watch-counters.txt");
        return whole.substring(whole.indexOf("\ncounters\n") + "\ncounters\n".length());
    }

    private static HostCounters read(String printed) {
        return CountersReader.read("h1", "server", true, "eth0", printed);
    }

    @Test
    void theDevicesOfEveryNamespaceAreReadWithTheirKind() {
        HostCounters read = read(PRINTED);
        assertThat(read.spaces())
                .extracting(NetworkSpace::name)
                .containsExactly(
                        "host", "container", "overlay 1-zde3sa3dh0"); // an overlay that carried nothing is left out
        assertThat(read.space(NetworkSpace.CONTAINER).orElseThrow().device("eth0"))
                .contains(new Device("eth0", "veth", 1450, new Traffic(10, 953, 0, 0), new Traffic(8, 843, 0, 0)));
        assertThat(read.space("overlay 1-zde3sa3dh0").orElseThrow().device("vxlan0"))
                .contains(new Device(
                        "vxlan0", "vxlan", 1450, new Traffic(120, 138_169, 0, 0), new Traffic(32, 2314, 0, 0)));
        assertThat(read.space(NetworkSpace.HOST).orElseThrow().device("eth0"))
                .contains(
                        new Device("eth0", "veth", 1500, new Traffic(137, 149_114, 0, 0), new Traffic(47, 7539, 0, 0)));
    }

    @Test
    void protocolsAreCountedWhereTheSocketsAre() {
        HostCounters read = read(PRINTED);
        assertThat(read.sockets().orElseThrow().name()).isEqualTo(NetworkSpace.CONTAINER);
        assertThat(read.sockets().orElseThrow().count("TcpOutSegs")).isPositive();
        assertThat(read.sockets().orElseThrow().count("TcpNoSuchCounter")).isZero();
        assertThat(read.sockets().orElseThrow().counters()).doesNotContainKey("TcpRtoMin"); // it did not change
    }

    @Test
    void everyCpusTimeAddsUpToTheTimeBetweenTheLooks() {
        HostCounters read = read(PRINTED);
        assertThat(read.cpus()).hasSize(2);
        for (CpuTime cpu : read.cpus()) {
            assertThat(cpu.busy() + cpu.idle() + cpu.iowait()).isCloseTo(read.seconds(), within(0.1));
        }
        assertThat(read.softirqs()).containsKey("NET_RX").doesNotContainKey("HI");
        assertThat(read.softirqs().get("NET_RX")).hasSize(2);
        assertThat(read.softnet()).hasSize(2);
        assertThat(read.softnet().getFirst().processed()).isPositive();
        assertThat(read.interrupts()).hasSize(2);
        assertThat(read.underlayInterrupts()).isEmpty(); // a veth has none
        assertThat(read.conntrack()).isNotNull();
    }

    @Test
    void theInterruptsOfTheUnderlaysQueuesAreThoseOfItsNumbers() {
        String table = """
                           CPU0       CPU1
                 37:          0          0 PCI-MSIX-0000:00:03.0   0-edge      virtio2-config
                 38:          0      61493 PCI-MSIX-0000:00:03.0   1-edge      virtio2-input.0
                 39:      42009          0 PCI-MSIX-0000:00:03.0   2-edge      virtio2-output.0
                 40:          7          1 PCI-MSIX-0000:00:04.0   0-edge      virtio3-config
                NMI:          3          3   Non-maskable interrupts
                """;
        assertThat(ProcTables.interrupts(table, Set.of("37", "38", "39"))).containsExactly(42_009, 61_493);
        assertThat(ProcTables.interrupts(table, Set.of())).containsExactly(42_016, 61_494);
    }

    @Test
    void softnetCountersBeginAgainAfter32Bits() {
        String before = "ffffffff 00000000 00000001 0 0 0 0 0 0 00000000 00000000 00000000 00000000 0 0\n";
        String after = "00000003 00000000 00000001 0 0 0 0 0 0 00000002 00000000 00000000 00000000 0 0\n";
        HostCounters read =
                read("1\n==> /proc/net/softnet_stat <==\n%s==> end <==\n2\n==> /proc/net/softnet_stat <==\n%s"
                        .formatted(before, after));
        assertThat(read.softnet()).containsExactly(new HostCounters.Softnet(4, 0, 0, 2, 0));
        assertThat(read.conntrack()).isNull(); // a kernel without it
    }

    @Test
    void whatIsCutOffIsTold() {
        assertThatThrownBy(() -> read(PRINTED.substring(0, PRINTED.length() / 4)))
                .isInstanceOf(MonitorException.class)
                .hasMessageStartingWith("the counters of h1 were cut off");
        assertThatThrownBy(() -> read("tail: not found\n==> end <==\n"))
                .isInstanceOf(MonitorException.class)
                .hasMessageContaining("do not begin with a time");
    }
}
