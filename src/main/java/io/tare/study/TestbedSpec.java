package io.tare.study;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hosts a study runs on.
 *
 * @param lab {@code namespace}: Tare makes the hosts
 * @param hosts how many, 2 or more
 * @param profile the underlay's offloads: {@code virtio}, {@code offload} or {@code plain}
 * @param mtu of the underlay, in bytes
 * @param rate of the underlay in bit/s as written ("1G"), or null for no limit
 */
public record TestbedSpec(
        String lab,
        int hosts,
        String profile,
        int mtu,
        @Nullable String rate) {
    public static final TestbedSpec PRESET = new TestbedSpec("namespace", 2, "virtio", 1500, null);

    public TestbedSpec {
        Objects.requireNonNull(lab, "lab is null");
        Objects.requireNonNull(profile, "profile is null");
    }

    /** As people read it: {@code 2 hosts, virtio, MTU 1500}. */
    public String words() {
        return "%d hosts, %s, MTU %d%s".formatted(hosts, profile, mtu, rate == null ? "" : ", " + rate + "bit/s");
    }
}
