package io.tare.host;

import java.time.Duration;
import java.util.List;

/**
 * One privileged container of Tare's own on a host, with the host's network and process namespaces: what has to be done on the
 * host itself is done by a command executed here, so that access to the Engine is all Tare needs.
 */
public interface Hand {
    /**
     * Runs a command and waits for its end.
     *
     * @param command arguments; no shell is involved
     * @param within the longest it may take; past that, times the host's patience, it is killed and {@link HostException} says so
     */
    ExecResult run(List<String> command, Duration within);

    /** As {@link #run(List, Duration)} with 20 s, failing with {@link HostException} where the exit code is not 0. */
    default String run(String... command) {
        ExecResult result = run(List.of(command), Duration.ofSeconds(20));
        return result.require(List.of(command), "the hand").stdout();
    }
}
