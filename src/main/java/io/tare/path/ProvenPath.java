package io.tare.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The way of a packet from the client's container to the server's: as the hosts' tables have it, and what of it marked packets proved.
 *
 * @param dataPath what carries the packets, as the mode says
 * @param standIn what did not run and what ran in its place; empty where nothing stands in
 * @param asked the first marked packet as the client sent it
 * @param seenAs the client's {@code ADDRESS:PORT} for that packet as the server saw it; empty where no answer came
 * @param sent marked packets
 * @param answered those that the server's program got and the client got back
 * @param size of each, in bytes of UDP payload
 * @param rules netfilter's that counted as many packets or more meanwhile
 * @param lost why the tables do not lead to the server; empty where they do
 */
public record ProvenPath(
        String mode,
        String dataPath,
        String standIn,
        String client,
        String server,
        Flow asked,
        String seenAs,
        int sent,
        int answered,
        int size,
        List<ProvenHop> hops,
        List<Rule> rules,
        String lost) {
    public ProvenPath {
        hops = List.copyOf(hops);
        rules = List.copyOf(rules);
    }

    /** Whether every device saw every packet, the tables lead to the server, and all were answered. */
    @JsonProperty
    public boolean proven() {
        return lost.isEmpty()
                && answered == sent
                && hops.stream().allMatch(h -> h.sight().seen() == sent);
    }
}
