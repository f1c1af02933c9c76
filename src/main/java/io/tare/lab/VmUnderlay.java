package io.tare.lab;

import io.tare.study.GuestSpec;
import io.tare.study.TestbedSpec;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two networks of virtual machines, each a bridge with a tap for every machine, all in the hub's network namespace: the underlay, and the
 * control network for the Engines and for ssh, so that what Tare says to a machine is never on the network it measures.
 *
 * @param hub the namespace
 */
record VmUnderlay(TestbedSpec spec, GuestSpec guests, Inside hub) {
    private static final String CONTROL_MTU = "1500";

    /** The address on the control network of the machine with this index, from 0. */
    static String control(int index) {
        return "10.98.0." + (index + 1);
    }

    /** The tap on the underlay. */
    static String tap(int index) {
        return "under" + index;
    }

    /** The tap on the control network. */
    static String controlTap(int index) {
        return "control" + index;
    }

    /** Makes both. */
    void make() {
        String mtu = Integer.toString(spec.mtu());
        bridge("under", mtu);
        bridge("control", CONTROL_MTU);
        hub.network("ip", "address", "add", "10.98.0.254/" + Underlay.PREFIX, "dev", "control");
        for (int i = 0; i < spec.hosts(); i++) {
            port(tap(i), "under", mtu, guests.queues() > 1);
            port(controlTap(i), "control", CONTROL_MTU, false);
            if (spec.rate() != null) {
                hub.limit(tap(i), spec.rate());
            }
        }
        if (Files.exists(Path.of("/proc/sys/net/bridge/bridge-nf-call-iptables"))) {
            hub.network("sysctl", "-q", "-w", "net.bridge.bridge-nf-call-iptables=0"); // a switch is no firewall
        }
    }

    private void bridge(String name, String mtu) {
        hub.network("ip", "link", "add", name, "type", "bridge");
        hub.network("ip", "link", "set", name, "mtu", mtu, "up");
    }

    private void port(String tap, String bridge, String mtu, boolean queues) {
        if (queues) {
            hub.network("ip", "tuntap", "add", "dev", tap, "mode", "tap", "multi_queue");
        } else {
            hub.network("ip", "tuntap", "add", "dev", tap, "mode", "tap");
        }
        hub.network("ip", "link", "set", tap, "mtu", mtu, "master", bridge, "up");
    }
}
