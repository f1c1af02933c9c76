package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.host.FakeHost;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    private static AddressRange range(String text) {
        return AddressRange.of(text).orElseThrow(() -> new AssertionError(text));
    }

    @Test
    void givesItsAddressesInOrder() {
        assertThat(range("10.32.0.0/12").address(1)).isEqualTo("10.32.0.1/12");
        assertThat(range("10.47.3.9/12").address(300)).isEqualTo("10.32.1.44/12");
        assertThat(range("192.168.7.0/30").address(2)).isEqualTo("192.168.7.2/30");
        assertThatThrownBy(() -> range("192.168.7.0/30").address(3)).hasMessageContaining("192.168.7.0/30");
    }

    @ParameterizedTest
    @CsvSource({
        "10.32.0.0/12, 10.47.255.0/24, true",
        "10.32.0.0/12, 10.48.0.0/16, false",
        "10.32.0.0/12, 10.0.0.0/8, true",
        "10.32.0.0/12, 10.40.1.2, true",
        "200.0.0.0/8, 10.32.0.0/12, false",
        "10.32.0.0/12, 0.0.0.0/0, true"
    })
    void overlapsWhereOneHoldsTheOther(String one, String other, boolean overlaps) {
        assertThat(range(one).overlaps(range(other))).isEqualTo(overlaps);
        assertThat(range(other).overlaps(range(one))).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "default",
                "10.32.0/12",
                "10.32.0.256/12",
                "10.32.0.0/33",
                "10.32.0.0/",
                "10.32.0.0/8/8",
                "a.b.c.d"
            })
    void whatIsNoRangeIsNone(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }

    @Test
    void findsTheRouteInItsWay(@TempDir Path folder) {
        FakeHost host = FakeHost.in(folder, "h1", "10.99.0.1");
        host.engine().answering("ip -4 route show", """
                default via 10.99.0.254 dev eth0
                10.99.0.0/24 dev eth0 proto kernel scope link src 10.99.0.1
                blackhole 10.44.0.0/26 proto bird
                172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown
                """);
        assertThat(range("10.32.0.0/12").routeInto(host)).contains("blackhole 10.44.0.0/26 proto bird");
        assertThat(range("10.99.0.0/16").routeInto(host))
                .contains("10.99.0.0/24 dev eth0 proto kernel scope link src 10.99.0.1");
        assertThat(range("10.48.0.0/16").routeInto(host)).isEmpty();
    }
}
