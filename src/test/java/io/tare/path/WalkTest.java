package io.tare.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The walk through the tables that two real hosts of a lab had, with host, nat and overlay connected. */
class WalkTest {
    private static List<String> stations(Path path) {
        return path.hops().stream()
                .map(hop -> "%s %s: %s %s"
                        .formatted(
                                hop.device().at().host(),
                                hop.device().at().words().split("[ ,]")[0],
                                hop.way().getClass().getSimpleName(),
                                hop.device().name()))
                .toList();
    }

    @Test
    void hostModeGoesFromCardToCard() {
        Path path = RecordedWalk.of("host").walked();
        assertThat(path.lost()).isEmpty();
        assertThat(stations(path)).containsExactly("h2 the: Routed eth0", "h1 the: Arrived eth0");
    }

    @Test
    void natGoesOverABridgeOnEachSideAndIsTranslatedTwice() {
        Path path = RecordedWalk.of("nat").walked();
        assertThat(path.lost()).isEmpty();
        assertThat(stations(path))
                .containsExactly(
                        "h2 container: Routed eth0",
                        "h2 the: Crossed vethc163167",
                        "h2 the: Entered br-4093e3ddf658",
                        "h2 the: Routed eth0",
                        "h1 the: Arrived eth0",
                        "h1 the: Routed br-a4fba94424fb",
                        "h1 the: Forwarded vethe92ed5d",
                        "h1 container: Crossed eth0");
        assertThat(path.hops())
                .extracting(Hop::way)
                .filteredOn(way -> way instanceof Way.Routed routed && routed.translated() != null)
                .extracting(way -> String.valueOf(((Way.Routed) way).translated()))
                .containsExactly(
                        "Tracked[before=172.19.0.2:50318 > 10.99.0.1:5299, after=10.99.0.2:50318 > 10.99.0.1:5299]",
                        "Tracked[before=10.99.0.2:50318 > 10.99.0.1:5299, after=10.99.0.2:50318 > 172.19.0.2:5299]");
    }

    @Test
    void anOverlayIsPackedAndUnpackedInNamespacesThatNoProcessLivesIn() {
        Path path = RecordedWalk.of("overlay").walked();
        assertThat(path.lost()).isEmpty();
        assertThat(stations(path))
                .containsExactly(
                        "h2 container: Routed eth0",
                        "h2 hidden: Crossed veth1",
                        "h2 hidden: Entered br0",
                        "h2 hidden: Forwarded vxlan0",
                        "h2 the: Routed eth0",
                        "h1 the: Arrived eth0",
                        "h1 hidden: Unpacked vxlan0",
                        "h1 hidden: Entered br0",
                        "h1 hidden: Forwarded veth1",
                        "h1 container: Crossed eth0");
        Encapsulation tunnel = new Encapsulation("vxlan", 4097, 4789, "", "10.99.0.1", "unset");
        assertThat(path.hops().get(3).packs()).isEqualTo(tunnel);
        assertThat(path.hops().get(6).way()).isEqualTo(new Way.Unpacked(tunnel));
    }

    @Test
    void whereItEndsIsSaid() {
        assertThat(RecordedWalk.of("host").without("h2", "route").walked().lost())
                .isEqualTo("the host's own on h2 has no way to 10.99.0.1");
        Path flooded = RecordedWalk.of("overlay")
                .forgetting("h2", "\"mac\":\"02:42:0a:00:01:02\"", "\"mac\":\"02:42:0a:00:01:99\"")
                .walked();
        assertThat(flooded.lost()).isEqualTo("bridge br0 on h2 has no entry for 02:42:0a:00:01:02: it floods");
        assertThat(stations(flooded)).hasSize(3);
    }

    @Test
    void aTunnelThatNobodyUnpacksIsSaid() {
        Path path = RecordedWalk.of("overlay")
                .forgetting("h1", "\"port\":4789", "\"port\":4790")
                .walked();
        assertThat(path.lost()).isEqualTo("the host's own on h1 has no device that unpacks vxlan");
    }
}
