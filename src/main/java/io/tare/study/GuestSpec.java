package io.tare.study;

import java.util.Locale;
import java.util.Objects;

/**
 * The virtual machines of a testbed, all alike.
 *
 * @param cpus virtual CPUs of each
 * @param memory of each, as written: bytes with an optional suffix K, M or G ("4G")
 * @param queues pairs of queues of the underlay's NIC; more than 1 is virtio's multiqueue
 */
public record GuestSpec(int cpus, String memory, int queues) {
    public static final GuestSpec PRESET = new GuestSpec(2, "4G", 1);

    public GuestSpec {
        Objects.requireNonNull(memory, "memory is null");
    }

    /** The memory of one machine in bytes. */
    public long memoryBytes() {
        String number = memory.replaceAll("[^0-9]", "");
        int power = memory.equals(number)
                ? 0
                : "KMG".indexOf(memory.substring(number.length()).toUpperCase(Locale.ROOT)) + 1;
        return Long.parseLong(number) << (10 * power);
    }

    /** As people read it: {@code 2 CPUs and 4G of memory}. */
    String words() {
        return "%d CPUs and %s of memory%s"
                .formatted(cpus, memory, queues == 1 ? "" : ", NICs with %d queues".formatted(queues));
    }
}
