package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What flanneld v0.28.9 wrote. */
class SubnetEnvTest {
    private static final String WRITTEN = """
            FLANNEL_NETWORK=10.244.0.0/16
            FLANNEL_SUBNET=10.244.89.1/24
            FLANNEL_MTU=1450
            FLANNEL_IPMASQ=false
            """;

    @Test
    void theLeaseIsRead() {
        assertThat(SubnetEnv.parse(WRITTEN)).hasValueSatisfying(lease -> {
            assertThat(lease.network()).isEqualTo("10.244.0.0/16");
            assertThat(lease.subnet()).hasToString("10.244.89.0/24");
            assertThat(lease.mtu()).isEqualTo(1450);
        });
    }

    @Test
    void aFileThatIsNotWholeIsNoLease() {
        for (int end = 0; end < WRITTEN.indexOf("FLANNEL_MTU=1"); end++) {
            assertThat(SubnetEnv.parse(WRITTEN.substring(0, end))).isEmpty();
        }
    }
}
