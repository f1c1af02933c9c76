package io.tare.tuning;

import io.tare.host.Host;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether kernel settings may be changed. Those of a lab that Tare made always may; a user's own machine is changed only where the user said so.
 *
 * @param given whether the user did
 */
public record Consent(boolean given) {
    /** Why these hosts may not be changed, with the way out; empty where they may. */
    public Optional<String> refusal(List<Host> hosts) {
        List<Host> users = hosts.stream().filter(Host::isUsers).toList();
        return given || users.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "a tuning changes kernel settings of %s, which no lab of Tare's made; allow it with --allow-tuning"
                                .formatted(users.stream().map(Host::name).collect(Collectors.joining(" and "))));
    }
}
