package io.tare.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Docker network to be made.
 *
 * @param driver {@code bridge}, {@code overlay}, {@code macvlan} …
 * @param subnet in CIDR form, or null: the Engine chooses
 * @param ipRange the part of the subnet that this Engine gives addresses of, in CIDR form, or null: all of it
 * @param attachable whether plain containers may join (overlay)
 * @param options of the driver
 */
public record NetworkSpec(
        String name,
        String driver,
        @Nullable String subnet,
        @Nullable String ipRange,
        boolean attachable,
        Map<String, String> options,
        Map<String, String> labels) {
    public NetworkSpec {
        options = Map.copyOf(options);
        labels = Map.copyOf(labels);
    }

    public static NetworkSpec of(String name, String driver, Map<String, String> options) {
        return new NetworkSpec(name, driver, null, null, false, options, Map.of());
    }

    /** The same for plain containers too. */
    public NetworkSpec toAttach() {
        return new NetworkSpec(name, driver, subnet, ipRange, true, options, labels);
    }

    /** The same with these addresses; {@code part} is what this Engine gives of them, all of them where it is null. */
    public NetworkSpec addressed(String all, @Nullable String part) {
        return new NetworkSpec(name, driver, all, part, attachable, options, labels);
    }
}
