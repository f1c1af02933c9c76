package io.tare.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Docker network to be made.
 *
 * @param driver {@code bridge}, {@code overlay}, {@code macvlan} …
 * @param subnet in CIDR form, or null: the Engine chooses
 * @param attachable whether plain containers may join (overlay)
 * @param options of the driver
 */
public record NetworkSpec(
        String name,
        String driver,
        @Nullable String subnet,
        boolean attachable,
        Map<String, String> options,
        Map<String, String> labels) {
    public NetworkSpec {
        options = Map.copyOf(options);
        labels = Map.copyOf(labels);
    }
}
