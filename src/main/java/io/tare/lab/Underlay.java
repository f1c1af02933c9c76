package io.tare.lab;

import io.tare.host.LocalCommand;
import io.tare.study.TestbedSpec;
import java.util.List;

/**
 * The plain network between lab hosts: a veth pair for two, a bridge in a namespace of its own for more. Both ends of every pair are born
 * inside their namespaces, so that nothing is ever seen in the machine's own.
 */
record Underlay(TestbedSpec spec) {
    static final String DEVICE = "eth0";
    static final int PREFIX = 24;

    /** The address of the host with this index, from 0. */
    static String address(int index) {
        return "10.99.0." + (index + 1);
    }

    /** Joins the hosts, given by the ids of their first processes. {@code hub} is the bridge's, used for more than two. */
    void join(List<Long> hosts, long hub) {
        if (hosts.size() == 2) {
            pair(hosts.get(0), DEVICE, hosts.get(1), DEVICE);
        } else {
            new Inside(hub).network("ip", "link", "add", "br0", "type", "bridge");
            new Inside(hub).network("ip", "link", "set", "br0", "mtu", Integer.toString(spec.mtu()), "up");
            for (int i = 0; i < hosts.size(); i++) {
                String port = "port" + i;
                pair(hosts.get(i), DEVICE, hub, port);
                new Inside(hub).network("ip", "link", "set", port, "master", "br0", "up");
            }
        }
        for (int i = 0; i < hosts.size(); i++) {
            long host = hosts.get(i);
            new Inside(host).network("ip", "address", "add", address(i) + "/" + PREFIX, "dev", DEVICE);
            new Inside(host).network("ip", "link", "set", DEVICE, "up");
        }
    }

    private void pair(long one, String oneDevice, long other, String otherDevice) {
        String mtu = Integer.toString(spec.mtu());
        LocalCommand.run(
                "ip",
                "link",
                "add",
                oneDevice,
                "mtu",
                mtu,
                "netns",
                Long.toString(one),
                "type",
                "veth",
                "peer",
                "name",
                otherDevice,
                "mtu",
                mtu,
                "netns",
                Long.toString(other));
        shape(one, oneDevice);
        shape(other, otherDevice);
    }

    /** Offloads as the profile has them, and the rate where there is one. */
    private void shape(long namespace, String device) {
        for (String feature : Profile.of(spec.profile()).off()) {
            new Inside(namespace).network("ethtool", "-K", device, feature, "off");
        }
        if (spec.rate() != null) {
            new Inside(namespace).limit(device, spec.rate());
        }
    }
}
