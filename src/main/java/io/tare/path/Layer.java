package io.tare.path;

/** A header of a captured packet, the outermost first. */
public sealed interface Layer {
    record Ethernet(String from, String to) implements Layer {}

    /**
     * IPv4.
     *
     * @param protocol its number: 17 is UDP, 50 ESP, 4 IP in IP
     * @param length of the whole packet in bytes
     */
    record Ip(String from, String to, int protocol, int length, boolean df) implements Layer {}

    record Udp(int from, int to) implements Layer {}

    record Vxlan(long id) implements Layer {}

    record Esp(long spi) implements Layer {}
}
