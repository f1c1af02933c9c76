package io.tare.tuning;

import java.util.Objects;

/**
 * One setting of a tuning that was asked for to stay.
 *
 * @param host its name
 * @param setting for people, as {@code /sys/class/net/eth0/queues/rx-0/rps_cpus}
 * @param now the value it has; empty where it is not there
 * @param wanted the value that the tuning gives it
 * @param before the value it had before Tare set it; empty where Tare did not
 */
public record Held(String host, String setting, State state, String now, String wanted, String before) {
    public Held {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(setting, "setting is null");
        Objects.requireNonNull(state, "state is null");
        Objects.requireNonNull(now, "now is null");
        Objects.requireNonNull(wanted, "wanted is null");
        Objects.requireNonNull(before, "before is null");
    }

    /** How a setting stands. */
    public enum State {
        /** As Tare set it. */
        HOLDS,
        /** As wanted, without Tare having set it. */
        ALREADY,
        /** Tare set it, and it has another value now. */
        CHANGED,
        /** Tare set it, and it is not there any more: its device or container is gone. */
        GONE,
        /** Not as wanted, and not set by Tare. */
        UNAPPLIED
    }

    /** As people read it. */
    public String words() {
        return "%s: %s %s"
                .formatted(
                        host,
                        setting,
                        switch (state) {
                            case HOLDS -> "holds: %s (%s before)".formatted(now, before);
                            case ALREADY -> "is %s already; Tare did not set it".formatted(now);
                            case CHANGED ->
                                "was changed by others meanwhile: it is %s (Tare set %s, found %s before)"
                                        .formatted(now, wanted, before);
                            case GONE -> "is not there any more (Tare set %s)".formatted(wanted);
                            case UNAPPLIED -> "is not applied: it is %s, wanted %s".formatted(now, wanted);
                        });
    }
}
