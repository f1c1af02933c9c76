package io.tare.host;

import java.util.Objects;

/** A value that the kernel of a host keeps and that can be read and set; {@link Settings} does both, many at once. */
public sealed interface Setting {
    NetworkNamespace namespace();

    /**
     * A file below {@code /proc/sys}, {@code /proc/irq} or {@code /sys}: {@code /proc/sys/net/core/busy_poll}. Its values are compared with blanks
     * made one, and masks without their commas and leading zeros.
     */
    record KernelFile(NetworkNamespace namespace, String path) implements Setting {
        public KernelFile {
            Objects.requireNonNull(namespace, "namespace is null");
            Objects.requireNonNull(path, "path is null");
        }
    }

    /** What a device leaves to hardware, {@code on} or {@code off}, by the long name that {@code ethtool -k} prints. */
    record Offload(NetworkNamespace namespace, String device, String feature) implements Setting {
        public Offload {
            Objects.requireNonNull(namespace, "namespace is null");
            Objects.requireNonNull(device, "device is null");
            Objects.requireNonNull(feature, "feature is null");
        }
    }

    /** How many queues a device has; {@code of} is {@code RX}, {@code TX} or {@code Combined}, as {@code ethtool -l} prints. */
    record Channels(NetworkNamespace namespace, String device, String of) implements Setting {
        public Channels {
            Objects.requireNonNull(namespace, "namespace is null");
            Objects.requireNonNull(device, "device is null");
            Objects.requireNonNull(of, "of is null");
        }
    }

    /** Which fields of a packet choose its receive queue: letters of {@code ethtool -N DEVICE rx-flow-hash FLOW}, as {@code sdfn}. */
    record FlowHash(NetworkNamespace namespace, String device, String flow) implements Setting {
        public FlowHash {
            Objects.requireNonNull(namespace, "namespace is null");
            Objects.requireNonNull(device, "device is null");
            Objects.requireNonNull(flow, "flow is null");
        }
    }

    /**
     * A rule of netfilter's table {@code raw}, {@code present} or {@code absent}.
     *
     * @param program {@code iptables-nft} or {@code iptables-legacy}
     * @param rule in the words of {@code iptables --append}, parted by blanks; none of them has a blank itself
     */
    record RawRule(NetworkNamespace namespace, String program, String rule) implements Setting {
        public RawRule {
            Objects.requireNonNull(namespace, "namespace is null");
            Objects.requireNonNull(program, "program is null");
            Objects.requireNonNull(rule, "rule is null");
        }
    }

    /** Where it stands, for people. */
    default String words() {
        String what = switch (this) {
            case KernelFile(var _, String path) -> path;
            case Offload(var _, String device, String feature) -> feature + " of " + device;
            case Channels(var _, String device, String of) -> of + " queues of " + device;
            case FlowHash(var _, String device, String flow) -> "rx-flow-hash " + flow + " of " + device;
            case RawRule(var _, String program, String rule) -> program + " --table raw " + rule;
        };
        return what + namespace().words();
    }

    /** Whether the kernel keeps one value of it for all network namespaces: not to be touched where the host shares its kernel with others. */
    default boolean ofKernel() {
        return this instanceof KernelFile(var _, String path)
                && !path.startsWith("/proc/sys/net/")
                && !path.startsWith("/sys/class/net/");
    }

    /** Whether it is a kernel parameter of which a kernel shows some in the machine's first network namespace alone. */
    default boolean hidden() {
        return this instanceof KernelFile(var _, String path) && path.startsWith("/proc/sys/net/core/");
    }
}
