package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceNameTest {
    @Test
    void whatFitsIsReadable() {
        assertThat(DeviceName.of("cni", "flannel")).isEqualTo("cni-flannel");
        assertThat(DeviceName.of("cni", "fl-vxlan-si")).hasSize(15).isEqualTo("cni-fl-vxlan-si");
    }

    @Test
    void whatIsTooLongOrHasOtherSignsStaysApart() {
        String one = DeviceName.of("cni", "flannel-vxlan-daemon");
        String other = DeviceName.of("cni", "flannel-vxlan-stand-in");
        assertThat(one).hasSize(15).startsWith("cni-flannel").isNotEqualTo(other);
        assertThat(DeviceName.of("cni", "über/../fl"))
                .matches("[a-z0-9-]{1,15}")
                .isNotEqualTo(DeviceName.of("cni", "ber/../fl"));
    }
}
