package io.tare.path;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device that the packet passes.
 *
 * @param way how it comes there
 * @param packs what it is put into by this device; null where it stays as it is
 */
public record Hop(Device device, Way way, @Nullable Encapsulation packs) {
    public Hop {
        Objects.requireNonNull(device, "device is null");
        Objects.requireNonNull(way, "way is null");
    }
}
