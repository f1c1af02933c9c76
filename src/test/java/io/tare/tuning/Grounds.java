package io.tare.tuning;

import io.tare.host.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Hosts to stand on, as hands have told them. */
final class Grounds {
    /** A virtual machine with four CPUs and a card of two queues, of which the first CPU serves all interrupts. */
    static final String MACHINE = """
            cpus 0-3
            irq 24 1
            irq 25 1
            device underlay - 0 ens3 virtio_net 2 2 0
            firewall iptables-nft
            """;

    private Grounds() {}

    /** The client's side of Docker's overlay, recorded in a namespace lab. */
    static String overlayClient() {
        try (var stream = Objects.requireNonNull(Grounds.class.getResourceAsStream("overlay-client.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ground of(Host host, String told) {
        return GroundReader.parsed(host, "10.0.1.2", "10.99.0.1", told).ground();
    }
}
