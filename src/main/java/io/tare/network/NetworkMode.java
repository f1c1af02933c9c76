package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.study.Parameter;
import io.tare.study.Placement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A way for containers to reach each other, on two hosts or on one. Has no state: what it sets up is in the {@link Connection}. */
public interface NetworkMode {
    /** As the study file writes it: {@code overlay}. */
    String name();

    /** One sentence for {@code tare modes}. */
    String summary();

    /** What a study may set of it; nothing unless the mode says so. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Where the containers may stand; a mode that does not say it connects two hosts. */
    default Set<Placement> placements() {
        return Set.of(Placement.TWO_HOSTS);
    }

    /**
     * What it takes for itself alone while it is connected, in words: modes that share one of them exclude each other and are connected in turn.
     * Empty where it can stand beside any other. It follows from the parameters alone, so that the order of a study does not depend on the hosts.
     */
    default Set<String> claims(Map<String, String> parameters) {
        return Set.of();
    }

    /** What the mode needs of its hosts, in words, for {@code tare modes}. */
    List<String> needs();

    /**
     * What the kernel of one host lacks for this mode, one sentence each with the way out; empty where it has all. {@code hand} is the host's,
     * or this machine's own, whose kernel the hosts of a namespace lab share. Changes nothing.
     */
    default List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        return List.of();
    }

    /**
     * Why it cannot run on these hosts with these parameters, one sentence each with the way out; empty where it can. What their kernels lack unless
     * the mode has more to say. Changes nothing.
     */
    default List<String> obstacles(List<Host> hosts, Map<String, String> parameters) {
        return hosts.stream()
                .flatMap(host -> lacks(host.name(), host.hand(), parameters).stream())
                .toList();
    }

    /**
     * Sets the mode up between the hosts. Closing the connection undoes it.
     *
     * @param as the name the study gives it, unique in the testbed, for the names of what is made
     * @param client the server's host itself where both containers stand on one
     */
    Connection connect(String as, Host server, Host client, Map<String, String> parameters);
}
