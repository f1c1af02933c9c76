package io.tare.host;

import java.util.Objects;

/** A setting's way from the value found to the value wanted. */
public record SettingChange(Setting setting, String from, String to) {
    public SettingChange {
        Objects.requireNonNull(setting, "setting is null");
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
    }

    /** The way back. */
    SettingChange back() {
        return new SettingChange(setting, to, from);
    }
}
