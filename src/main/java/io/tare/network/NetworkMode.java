package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.study.Parameter;
import java.util.List;
import java.util.Map;

/** A way for containers on two hosts to reach each other. Has no state: what it sets up is in the {@link Connection}. */
public interface NetworkMode {
    /** As the study file writes it: {@code overlay}. */
    String name();

    /** One sentence for {@code tare modes}. */
    String summary();

    List<Parameter> parameters();

    /** What the mode needs of its hosts, in words, for {@code tare modes}. */
    List<String> needs();

    /**
     * What the kernel of one host lacks for this mode, one sentence each with the way out; empty where it has all. {@code hand} is the host's,
     * or this machine's own, whose kernel the hosts of a namespace lab share. Changes nothing.
     */
    default List<String> lacks(String host, Hand hand, Map<String, String> parameters) {
        return List.of();
    }

    /** Why it cannot run on these hosts with these parameters, one sentence each with the way out; empty where it can. Changes nothing. */
    List<String> obstacles(List<Host> hosts, Map<String, String> parameters);

    /**
     * Sets the mode up between the hosts. Closing the connection undoes it.
     *
     * @param as the name the study gives it, unique in the testbed, for the names of what is made
     */
    Connection connect(String as, Host server, Host client, Map<String, String> parameters);
}
