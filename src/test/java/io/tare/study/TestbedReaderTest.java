package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestbedReaderTest {
    @Test
    void virtualMachinesHaveCpusMemoryAndQueues() {
        TestbedSpec read = StudyReaderTest.read("""
                        testbed: {lab: vm, hosts: 3, mtu: 9000, cpus: 4, memory: 2G, queues: 4}
                        modes: [host]
                        workloads: [iperf3-tcp]
                        """).testbed();
        assertThat(read).isEqualTo(new TestbedSpec("vm", 3, "virtio", 9000, null, new GuestSpec(4, "2G", 4)));
        assertThat(read.words())
                .isEqualTo("3 virtual machines of 4 CPUs and 2G of memory, NICs with 4 queues, MTU 9000");
    }

    @Test
    void theSameKeysCanBeGivenOneByOne() {
        assertThat(TestbedReader.read("the lab", Map.of("lab", "vm")))
                .isEqualTo(new TestbedSpec("vm", 2, "virtio", 1500, null, GuestSpec.PRESET));
        assertThat(TestbedReader.read("the lab", Map.of("lab", "namespace"))).isEqualTo(TestbedSpec.PRESET);
        assertThatThrownBy(() -> TestbedReader.read("the lab", Map.of("mtu", "12", "rate", "fast")))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("'mtu' of the lab must be a whole number of bytes from 576 to 65535; it is '12'")
                .hasMessageContaining("'rate' of the lab must be a rate");
    }

    @Test
    void whatBelongsToTheOtherKindOfLabIsRefused() {
        refused(Map.of("lab", "vm", "profile", "plain"), "'profile' of the lab belongs to 'lab: namespace'");
        refused(Map.of("cpus", "2"), "'cpus' of the lab belongs to virtual machines: 'lab: vm'");
        refused(Map.of("lab", "vm", "queues", "3"), "'queues' of the lab must be at most its 'cpus' (2); it is 3");
        refused(Map.of("lab", "vm", "memory", "64M"), "'memory' of the lab must be a size");
    }

    @Test
    void theEnginesMayGoWithoutTheirProxy() {
        TestbedSpec read = TestbedReader.read("the lab", Map.of("userland-proxy", "false"));
        assertThat(read.userlandProxy()).isFalse();
        assertThat(read.words()).isEqualTo("2 hosts, virtio, MTU 1500, no userland proxy");
        refused(
                Map.of("lab", "vm", "userland-proxy", "false"),
                "'userland-proxy' of the lab belongs to 'lab: namespace'");
    }

    @Test
    void memoryIsInPowersOf1024() {
        assertThat(new GuestSpec(2, "4G", 1).memoryBytes()).isEqualTo(4L << 30);
        assertThat(new GuestSpec(2, "1536m", 1).memoryBytes()).isEqualTo(1536L << 20);
        assertThat(new GuestSpec(2, "2147483648", 1).memoryBytes()).isEqualTo(2L << 30);
    }

    private static void refused(Map<String, String> given, String why) {
        assertThatThrownBy(() -> TestbedReader.read("the lab", given))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining(why);
    }
}
