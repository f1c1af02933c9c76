package io.tare.network;

import io.tare.host.Undo;
import java.util.ArrayList;
import java.util.List;

/**
 * What a router of Weave Net's makes on its host and leaves there when it ends, as undos: the devices of its {@code net/bridge.go}, the netfilter
 * rules of the same file and of {@code net/ipsec/ipsec.go}, and the chains that it watches.
 */
final class WeaveLeftovers {
    private WeaveLeftovers() {}

    /** In the order they are to be journalled, which is the reverse of that they are carried out in. */
    static List<Undo> of(String iptables, WeaveNames names, WeaveSettings settings) {
        List<Undo> undos = new ArrayList<>();
        for (String device : List.of(names.bridge(), names.bridgePort(), WeaveRouter.BRIDGE_PORT, "vethwedu")) {
            undos.add(new Undo.RemoveDevice(device));
        }
        if (settings.fast()) {
            undos.add(new Undo.RemoveDatapath(names.datapath()));
        }
        for (String table : List.of("mangle", "nat", "filter")) {
            undos.add(new Undo.RemoveChain(iptables, table, "WEAVE-CANARY"));
        }
        undos.add(new Undo.RemoveChain(iptables, "nat", "WEAVE"));
        undos.add(new Undo.RemoveChain(iptables, "filter", "WEAVE-EXPOSE"));
        if (settings.fast() && settings.encrypted()) {
            undos.addAll(ipsec(iptables));
        }
        String bridge = names.bridge();
        for (List<String> rule : List.of(
                List.of("FORWARD", "-i", bridge, "-o", bridge, "-j", "ACCEPT"),
                List.of("FORWARD", "-o", bridge, "-j", "WEAVE-EXPOSE"),
                List.of("FORWARD", "-i", bridge, "!", "-o", bridge, "-j", "ACCEPT"),
                List.of(
                        "FORWARD",
                        "-o",
                        bridge,
                        "-m",
                        "conntrack",
                        "--ctstate",
                        "RELATED,ESTABLISHED",
                        "-j",
                        "ACCEPT"))) {
            undos.add(new Undo.RemoveRule(iptables, "filter", rule));
        }
        undos.add(new Undo.RemoveRule(iptables, "nat", List.of("POSTROUTING", "-j", "WEAVE")));
        return undos;
    }

    private static List<Undo> ipsec(String iptables) {
        List<Undo> undos = new ArrayList<>();
        for (String chain :
                List.of("WEAVE-IPSEC-IN-MARK", "WEAVE-IPSEC-OUT-MARK", "WEAVE-IPSEC-IN", "WEAVE-IPSEC-OUT")) {
            undos.add(new Undo.RemoveChain(iptables, "mangle", chain));
        }
        undos.add(new Undo.RemoveChain(iptables, "filter", "WEAVE-IPSEC-IN"));
        undos.add(new Undo.RemoveRule(iptables, "mangle", List.of("INPUT", "-j", "WEAVE-IPSEC-IN")));
        undos.add(new Undo.RemoveRule(iptables, "mangle", List.of("OUTPUT", "-j", "WEAVE-IPSEC-OUT")));
        undos.add(new Undo.RemoveRule(iptables, "filter", List.of("INPUT", "-j", "WEAVE-IPSEC-IN")));
        undos.add(new Undo.RemoveRule(
                iptables,
                "filter",
                List.of(
                        "OUTPUT",
                        "!",
                        "-p",
                        "esp",
                        "-m",
                        "policy",
                        "--dir",
                        "out",
                        "--pol",
                        "none",
                        "-m",
                        "mark",
                        "--mark",
                        "0x20000/0x20000",
                        "-j",
                        "DROP")));
        return undos;
    }
}
