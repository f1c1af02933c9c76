package io.tare.tuning;

import io.tare.host.NetworkNamespace;
import io.tare.host.Setting;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A network device that a container's packets pass on one host.
 *
 * @param driver as {@code ethtool -i} says: {@code veth}, {@code vxlan}, {@code virtio_net}; empty where it does not
 * @param received how many receive queues it has
 * @param sent how many send queues it has
 * @param port the UDP port of a tunnel; 0 where it is none
 */
public record Device(
        Role role, NetworkNamespace namespace, String name, String driver, int received, int sent, int port) {
    public Device {
        Objects.requireNonNull(role, "role is null");
        Objects.requireNonNull(namespace, "namespace is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(driver, "driver is null");
    }

    /** What it is to the container's packets. */
    public enum Role {
        /** The host's network card. */
        UNDERLAY("underlay"),
        /** VXLAN or another tunnel's device. */
        TUNNEL("vxlan"),
        BRIDGE("bridge"),
        /** The other end of the container's. */
        OUTSIDE("veth"),
        /** The container's own end. */
        INSIDE("veth");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** As a study writes it; both ends of a veth pair are one word. */
        public String word() {
            return word;
        }
    }

    /** The files of that name of its receive queues. */
    List<Setting> ofReceiveQueues(String file) {
        return IntStream.range(0, received)
                .mapToObj(queue -> own("queues/rx-%d/%s".formatted(queue, file)))
                .toList();
    }

    /** The files of that name of its send queues. */
    List<Setting> ofSendQueues(String file) {
        return IntStream.range(0, sent)
                .mapToObj(queue -> own("queues/tx-%d/%s".formatted(queue, file)))
                .toList();
    }

    /** A file of its own in {@code /sys}: {@code mtu}. */
    Setting own(String file) {
        return new Setting.KernelFile(namespace, "/sys/class/net/%s/%s".formatted(name, file));
    }
}
