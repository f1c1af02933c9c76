package io.tare.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three marked packets over an overlay, captured at its bridge's port and at the host's card, between other traffic. */
class MarkedTest {
    private static final Device PORT = device(Recorded.HIDDEN, "veth1");
    private static final Device CARD = device(Recorded.HOST, "eth0");

    private final List<Captures.Taken> taken =
            Captures.read(List.of(PORT, CARD), Recorded.text("captures-overlay.txt"));

    @Test
    void eachIsCountedOnceAtEachDevice() {
        assertThat(taken).extracting(Captures.Taken::device).containsExactly(PORT, CARD);
        assertThat(taken).allSatisfy(t -> {
            assertThat(Marked.of(t.frames(), Recorded.MARK).times()).containsOnlyKeys(1, 2, 3);
            assertThat(t.said()).contains("0 packets dropped");
        });
        assertThat(Marked.of(taken.getFirst().frames(), "fedcba9876543210").times())
                .isEmpty();
    }

    @Test
    void theCardsHeadersShowTheTunnel() {
        List<Layer> inner = Marked.of(taken.getFirst().frames(), Recorded.MARK).headers();
        List<Layer> outer = Marked.of(taken.getLast().frames(), Recorded.MARK).headers();
        assertThat(inner.get(1)).isEqualTo(new Layer.Ip("10.0.1.2", "10.0.1.4", 17, 335, true));
        assertThat(outer.get(1)).isEqualTo(new Layer.Ip("10.99.0.2", "10.99.0.1", 17, 385, false));
        assertThat(outer.get(3)).isEqualTo(new Layer.Vxlan(4097));
        assertThat(outer.subList(4, outer.size())).isEqualTo(inner);
    }

    @Test
    void theCardHasThemAfterTheBridge() {
        Marked bridge = Marked.of(taken.getFirst().frames(), Recorded.MARK);
        Marked card = Marked.of(taken.getLast().frames(), Recorded.MARK);
        assertThat(card.after(bridge)).isPositive().isLessThan(10_000);
        assertThat(bridge.after(card)).isNegative();
        assertThat(bridge.after(Marked.of(List.of(), Recorded.MARK))).isNaN();
    }

    @Test
    void packetsWithoutAReadableMarkAreToldBySizeWhereThereAreEnough() {
        List<Frame> frames = taken.getLast().frames();
        Marked three = Marked.hidden(frames, "10.99.0.2", "10.99.0.1", 3);
        assertThat(three.bySize()).isTrue();
        assertThat(three.times()).hasSize(3);
        assertThat(Marked.hidden(frames, "10.99.0.2", "10.99.0.1", 4).times()).isEmpty();
        assertThat(Marked.hidden(frames, "10.99.0.9", "10.99.0.1", 1).times()).isEmpty();
    }

    @Test
    void whatIsNoCaptureIsRefused() {
        byte[] text = "this is not a file that tcpdump wrote".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> PcapFile.read(text)).hasMessageContaining("no pcap file");
        assertThat(PcapFile.read(new byte[3])).isEmpty();
    }

    private static Device device(Namespace at, String name) {
        return new Device(at, name, 2, "veth", "", 1450, "", "", "", 0, -1, null, 0, 0);
    }
}
