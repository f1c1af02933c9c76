package io.tare.cli;

import io.tare.path.Layer;
import java.util.List;
import java.util.stream.Collectors;

/** A captured packet's headers in words, the outermost first. */
final class HeaderText {
    private static final int IN_IP = 4;

    private HeaderText() {}

    /** {@code 10.99.0.2 > 10.99.0.1, UDP 4789, VXLAN 4097 [10.0.1.2 > 10.0.1.4, DF, UDP 5299]}. */
    static String of(List<Layer> layers) {
        List<Layer> shown =
                layers.stream().filter(l -> !(l instanceof Layer.Ethernet)).toList();
        StringBuilder text = new StringBuilder();
        int open = 0;
        for (Layer layer : shown) {
            if (layer instanceof Layer.Ip && !text.isEmpty()) {
                text.append(" [");
                open++;
            } else if (!text.isEmpty()) {
                text.append(", ");
            }
            text.append(of(layer));
        }
        return text.append("]".repeat(open)).toString();
    }

    /** What of it does not change from one packet of a kind to the next: all but the ports that the sender drew. */
    static String kind(List<Layer> layers) {
        return layers.stream()
                .filter(l -> !(l instanceof Layer.Ethernet))
                .map(l -> l instanceof Layer.Udp udp ? "UDP " + udp.to() : of(l))
                .collect(Collectors.joining(" "));
    }

    /** What the outer headers add to the inner packet, in bytes of IP; 0 where there is no inner one. */
    static int added(List<Layer> layers) {
        List<Integer> lengths = layers.stream()
                .filter(Layer.Ip.class::isInstance)
                .map(l -> ((Layer.Ip) l).length())
                .toList();
        return lengths.size() < 2 ? 0 : lengths.getFirst() - lengths.getLast();
    }

    private static String of(Layer layer) {
        return switch (layer) {
            case Layer.Ethernet e -> e.from() + " > " + e.to();
            case Layer.Ip ip ->
                "%s > %s%s%s"
                        .formatted(
                                ip.from(), ip.to(), ip.df() ? ", DF" : "", ip.protocol() == IN_IP ? ", IP in IP" : "");
            case Layer.Udp udp -> "UDP %d > %d".formatted(udp.from(), udp.to());
            case Layer.Vxlan vxlan -> "VXLAN " + vxlan.id();
            case Layer.Esp esp -> "ESP, SPI 0x%08x".formatted(esp.spi());
        };
    }
}
