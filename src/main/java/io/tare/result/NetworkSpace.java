package io.tare.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was counted in one network namespace of a host.
 *
 * @param name {@link #HOST}, {@link #CONTAINER}, or {@link #OVERLAY} and the Engine's name for it
 * @param counters of {@code /proc/net/snmp} and {@code /proc/net/netstat} that changed, as {@code nstat} names them: {@code TcpOutSegs}
 * @param devices that carried something
 */
public record NetworkSpace(String name, Map<String, Long> counters, List<Device> devices) {
    /** The host's own. */
    public static final String HOST = "host";
    /** That of the workload's container: the server's on one host, the client's on the other. */
    public static final String CONTAINER = "container";
    /** One that an Engine keeps an overlay's bridge and tunnel in. */
    public static final String OVERLAY = "overlay";

    public NetworkSpace {
        Objects.requireNonNull(name, "name is null");
        counters = Map.copyOf(counters);
        devices = List.copyOf(devices);
    }

    /** How far a counter went on; 0 where it did not, or the kernel has it not. */
    public long count(String counter) {
        return counters.getOrDefault(counter, 0L);
    }

    public Optional<Device> device(String device) {
        return devices.stream().filter(d -> d.name().equals(device)).findFirst();
    }

    /**
     * What passed a device. Packets are as the kernel counts them: a super-packet is one.
     *
     * @param kind as {@code ip -details link} has it: {@code veth}, {@code bridge}, {@code vxlan}; {@code loopback}; empty for hardware
     * @param mtu in bytes; 0 where it is not known
     */
    public record Device(String name, String kind, int mtu, Traffic received, Traffic sent) {
        /** The direction in which more bytes went. */
        public Traffic heavier() {
            return received.bytes() >= sent.bytes() ? received : sent;
        }
    }

    /** One direction of a device. */
    public record Traffic(long packets, long bytes, long errors, long drops) {
        /** Mean size of a packet in bytes, with its Ethernet header; NaN where nothing passed. */
        public double size() {
            return packets == 0 ? Double.NaN : (double) bytes / packets;
        }

        public Traffic plus(Traffic other) {
            return new Traffic(
                    packets + other.packets, bytes + other.bytes, errors + other.errors, drops + other.drops);
        }
    }
}
