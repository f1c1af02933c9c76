package io.tare.path;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network device, as {@code ip -details link} tells it.
 *
 * @param kind {@code veth}, {@code bridge}, {@code vxlan}, …; what the kernel calls it, empty for a real or paravirtual card
 * @param mac its link-layer address; empty where it has none
 * @param mtu in bytes
 * @param master the device it is a port of; empty where it is none
 * @param masterKind what that is: {@code bridge}, {@code openvswitch}; empty where it is no port
 * @param lowerName the device below it, or the other end, where that is in the same namespace; else empty
 * @param lowerIndex the number of the device below it, or of the other end, in its namespace; 0 where there is none
 * @param lowerNamespace the number that this namespace has for the other's; -1 where it is the same
 * @param tunnel what it is set to, where it is a tunnel
 * @param received packets so far
 * @param sent packets so far
 */
public record Device(
        Namespace at,
        String name,
        int index,
        String kind,
        String mac,
        int mtu,
        String master,
        String masterKind,
        String lowerName,
        int lowerIndex,
        int lowerNamespace,
        @Nullable Tunnel tunnel,
        long received,
        long sent) {
    public Device {
        Objects.requireNonNull(at, "at is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(kind, "kind is null");
    }

    boolean is(Device other) {
        return at.inode() == other.at.inode() && index == other.index;
    }
}
