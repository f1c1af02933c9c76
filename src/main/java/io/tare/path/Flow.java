package io.tare.path;

/** What NAT rewrites of a packet: IPv4 addresses and UDP ports. */
public record Flow(String from, int fromPort, String to, int toPort) {
    @Override
    public String toString() {
        return "%s:%d > %s:%d".formatted(from, fromPort, to, toPort);
    }
}
