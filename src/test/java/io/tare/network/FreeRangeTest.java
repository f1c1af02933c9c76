package io.tare.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.host.FakeHost;
import io.tare.host.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeRangeTest {
    private static final String ROUTES = "ip -4 route show";

    @TempDir
    private Path folder;

    private FakeHost one;
    private FakeHost other;

    @BeforeEach
    void twoHostsOfWhichOneHasSeveralNetworks() {
        one = FakeHost.in(folder, "h1", "10.99.0.1");
        other = FakeHost.in(folder, "h2", "10.99.0.2");
        other.engine().answering(ROUTES, "10.99.0.0/24 dev eth0 proto kernel scope link src 10.99.0.2\n");
        one.engine().answering(ROUTES, """
                default via 192.0.2.1 dev wan0
                10.99.0.0/24 dev eth0 proto kernel scope link src 10.99.0.1
                10.244.0.0/16 dev flannel0
                blackhole 10.245.0.0/26 proto bird metric 32
                """);
    }

    @Test
    void theFirstThatNoHostHasARouteIntoIsTaken() {
        assertThat(FreeRange.of(hosts(), Map.of())).hasToString("10.246.0.0/16");
        assertThat(FreeRange.obstacle(hosts(), Map.of())).isEmpty();
    }

    @Test
    void oneThatTheStudyNamesMustNotMeetARoute() {
        assertThat(FreeRange.of(hosts(), Map.of("range", "10.250.0.0/20"))).hasToString("10.250.0.0/20");
        assertThat(FreeRange.obstacle(hosts(), Map.of("range", "10.250.0.0/20")))
                .isEmpty();
        assertThat(FreeRange.obstacle(hosts(), Map.of("range", "10.99.0.0/16")))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("the range 10.99.0.0/16 overlaps the route '10.99.0.0/24 dev eth0")
                        .contains("of h1", "range: ADDRESS/LENGTH"));
    }

    @Test
    void aRowThatIsFullIsToldAsSuch() {
        other.engine().answering(ROUTES, "10.0.0.0/8 dev tun0\n");
        assertThat(FreeRange.obstacle(hosts(), Map.of()))
                .hasValueSatisfying(why -> assertThat(why).contains("10.244.0.0/16 to 10.254.0.0/16"));
    }

    private List<Host> hosts() {
        return List.of(one, other);
    }
}
