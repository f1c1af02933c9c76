package io.tare.network;

import io.tare.host.Hand;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Undo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A host's netfilter rules. An Engine drops whatever is forwarded and not its own, bridged frames too where {@code
 * net.bridge.bridge-nf-call-iptables} is 1; what a mode of Tare's forwards is let through in {@code DOCKER-USER}, the chain that Docker keeps for that.
 */
record Firewall(Host host, String program) {
    private static final String CHAIN = "DOCKER-USER";
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** Finds out which of the two rule sets of a kernel the host's Engine uses. */
    static Firewall of(Host host) {
        Hand hand = host.hand();
        return List.of("iptables-nft", "iptables-legacy").stream()
                .filter(p -> hand.run(List.of(p, "--wait", "--list-rules", CHAIN), WITHIN)
                                .exitCode()
                        == 0)
                .findFirst()
                .map(p -> new Firewall(host, p))
                .orElseThrow(() -> new HostException(
                        "%s has no netfilter chain %s; its Engine was started with 'iptables: false', or its rules were flushed: restart it."
                                .formatted(host.name(), CHAIN)));
    }

    /** Lets through what comes in by a device, and what leaves by it. Each rule is journalled; the steps that undo them are put first. */
    void letThrough(String device, List<AutoCloseable> made) {
        insert("filter", List.of(CHAIN, "--in-interface", device, "--jump", "ACCEPT"), made);
        insert("filter", List.of(CHAIN, "--out-interface", device, "--jump", "ACCEPT"), made);
    }

    /** Puts a rule first in its chain: {@code [CHAIN, matches…, --jump, TARGET]}. */
    void insert(String table, List<String> rule, List<AutoCloseable> made) {
        made.addFirst(host.journal().before(new Undo.RemoveRule(program, table, rule)));
        List<String> command = new ArrayList<>(List.of(program, "--wait", "--table", table, "--insert"));
        command.addAll(rule);
        host.hand().run(command.toArray(String[]::new));
    }
}
