package io.tare.path;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A captured frame.
 *
 * @param nanos when it was captured, in ns since 1970, by its machine's clock
 * @param layers its headers, as far as Tare reads them
 * @param text its bytes as ISO 8859-1, to look for a mark in
 */
record Frame(long nanos, List<Layer> layers, String text) {
    Frame {
        layers = List.copyOf(layers);
    }

    /** Reads a frame's bytes; {@code linkType} is pcap's number of what comes first. */
    static Frame of(long nanos, int linkType, byte[] bytes) {
        return new Frame(nanos, FrameReader.layers(linkType, bytes), new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
