package io.tare.network;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What flanneld writes down once it has a lease ({@code subnet.env}, its {@code pkg/subnet/subnet.go}).
 *
 * @param network the range of all hosts
 * @param gateway the first address of this host's subnet with the subnet's prefix length: {@code 10.244.27.1/24}
 * @param mtu of the containers in bytes
 */
record SubnetEnv(String network, String gateway, int mtu) {
    /** Reads the file; empty where it is not whole yet. */
    static Optional<SubnetEnv> parse(String text) {
        Map<String, String> values = text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip(), (_, last) -> last));
        String network = values.get("FLANNEL_NETWORK");
        String gateway = values.get("FLANNEL_SUBNET");
        String mtu = values.getOrDefault("FLANNEL_MTU", "");
        if (network == null || gateway == null || !mtu.matches("[1-9][0-9]*")) {
            return Optional.empty();
        }
        return AddressRange.of(gateway).map(_ -> new SubnetEnv(network, gateway, Integer.parseInt(mtu)));
    }

    /** The subnet of this host. */
    AddressRange subnet() {
        return AddressRange.of(gateway).orElseThrow();
    }
}
