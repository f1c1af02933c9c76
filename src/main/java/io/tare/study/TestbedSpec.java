package io.tare.study;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hosts a study runs on.
 *
 * @param lab how Tare makes them: {@link #NAMESPACE} or {@link #VM}
 * @param hosts how many, 2 or more
 * @param profile the underlay's offloads: {@code virtio}, {@code offload} or {@code plain}; virtual machines have {@code virtio}
 * @param mtu of the underlay, in bytes
 * @param rate of the underlay in bit/s as written ("1G"), or null for no limit
 * @param guests what each virtual machine is like, or null where the hosts are none
 * @param userlandProxy whether the Engines serve published ports by their proxy too; so in what an older Tare wrote
 */
public record TestbedSpec(
        String lab,
        int hosts,
        String profile,
        int mtu,
        @Nullable String rate,
        @Nullable GuestSpec guests,
        Boolean userlandProxy) {
    public static final String NAMESPACE = "namespace";
    public static final String VM = "vm";
    public static final TestbedSpec PRESET = new TestbedSpec(NAMESPACE, 2, "virtio", 1500, null, null);

    /** Of runs that were imported: nobody has told what they ran on. */
    public static final TestbedSpec UNKNOWN = new TestbedSpec("unknown", 0, "unknown", 0, null, null);

    public TestbedSpec {
        userlandProxy = Objects.requireNonNullElse(userlandProxy, true);
        Objects.requireNonNull(lab, "lab is null");
        Objects.requireNonNull(profile, "profile is null");
        if (lab.equals(VM) != (guests != null)) {
            throw new IllegalArgumentException("lab %s with guests %s".formatted(lab, guests));
        }
    }

    /** One whose Engines are as Docker presets them. */
    public TestbedSpec(
            String lab, int hosts, String profile, int mtu, @Nullable String rate, @Nullable GuestSpec guests) {
        this(lab, hosts, profile, mtu, rate, guests, true);
    }

    /** As people read it: {@code 2 hosts, virtio, MTU 1500}. */
    public String words() {
        if (equals(UNKNOWN)) {
            return "not known";
        }
        String made = guests == null
                ? "%d hosts, %s".formatted(hosts, profile)
                : "%d virtual machines of %s".formatted(hosts, guests.words());
        return "%s, MTU %d%s%s"
                .formatted(
                        made,
                        mtu,
                        rate == null ? "" : ", " + rate + "bit/s",
                        userlandProxy ? "" : ", no userland proxy");
    }
}
