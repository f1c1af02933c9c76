package io.tare.host;

import java.util.List;

/** How one change to a host is taken back. What is gone already counts as taken back. */
public sealed interface Undo {
    /** Ends and removes the container of that name. */
    record RemoveContainer(String name) implements Undo {}

    /** Ends the container of that name in order, so that it takes back itself what it made, and removes it. */
    record StopContainer(String name) implements Undo {}

    record RemoveNetwork(String name) implements Undo {}

    /** Removes the volume of that name; its containers have to be gone before. */
    record RemoveVolume(String name) implements Undo {}

    record LeaveSwarm() implements Undo {}

    /** Deletes a network device of the host, with what hangs on it: its addresses, routes and neighbours. */
    record RemoveDevice(String name) implements Undo {}

    /** Deletes a route of the host, in the words of {@code ip route add}: {@code [10.32.2.0/24, via, 192.0.2.2]}. */
    record RemoveRoute(List<String> route) implements Undo {
        public RemoveRoute {
            route = List.copyOf(route);
        }
    }

    /** Deletes every route of the host that leads into a range of addresses, {@code 10.244.0.0/16}: what a routing daemon put there, and may leave. */
    record RemoveRoutesInto(String range) implements Undo {}

    /**
     * Deletes a netfilter rule of the host.
     *
     * @param program that the host's rules are kept with: {@code iptables-nft} or {@code iptables-legacy}
     * @param table {@code filter}, {@code nat}, …
     * @param rule in the words of {@code iptables --append}: the chain, then what it matches and does
     */
    record RemoveRule(String program, String table, List<String> rule) implements Undo {
        public RemoveRule {
            rule = List.copyOf(rule);
        }
    }

    /**
     * Deletes a netfilter chain of the host with what is in it, unless a rule still leads to it.
     *
     * @param program as in {@link RemoveRule}
     */
    record RemoveChain(String program, String table, String chain) implements Undo {}

    /** Deletes a datapath of Open vSwitch's kernel module, with its ports. */
    record RemoveDatapath(String name) implements Undo {}

    /**
     * Gives settings of the kernel their old values back, in the reverse order. One that is not as Tare had set it any more was changed by somebody
     * else meanwhile: it is left, and {@link Host#remarks} says so.
     */
    record RestoreSettings(List<SettingChange> made) implements Undo {
        public RestoreSettings {
            made = List.copyOf(made);
        }
    }
}
