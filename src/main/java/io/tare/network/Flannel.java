package io.tare.network;

import io.tare.host.Host;
import io.tare.network.FlannelSettings.Backend;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** One {@code flannel} between two hosts, about to be set up. {@code as} is its name in the study. */
record Flannel(String as, Backend backend, AddressRange range, Host server, Host client) {
    /** Flannel's own presets. */
    private static final int VXLAN_PORT = 8472;

    private static final int UDP_PORT = 8285;
    private static final int MOST_NETWORKS = 64;

    List<Host> hosts() {
        return List.of(server, client);
    }

    Host peerOf(Host host) {
        return host.name().equals(server.name()) ? client : server;
    }

    String bridge() {
        return DeviceName.of("cni", as);
    }

    /** The prefix length of a host's subnet, as flanneld reckons it ({@code CheckNetworkConfig}). */
    int subnetLength() {
        return range.length() <= 22 ? 24 : range.length() + 2;
    }

    /** The first VXLAN network that no device of the hosts is named after, from 1, Flannel's preset. */
    int freeNetwork() {
        return IntStream.rangeClosed(1, MOST_NETWORKS)
                .filter(vni -> hosts().stream().noneMatch(host -> hasDevice(host, vxlanDevice(vni))))
                .findFirst()
                .orElseThrow();
    }

    /** As flanneld names it. */
    static String vxlanDevice(int vni) {
        return "flannel." + vni;
    }

    VxlanDevice.Tunnel tunnel(int vni) {
        return new VxlanDevice.Tunnel(
                vxlanDevice(vni), vni, VXLAN_PORT, PathMtu.between(server, client) - VxlanDevice.HEADERS);
    }

    /** flanneld's configuration of the backend, in JSON. */
    String backendConfiguration(int vni) {
        return switch (backend) {
            case VXLAN -> "{\"Type\":\"vxlan\",\"VNI\":%d,\"Port\":%d}".formatted(vni, VXLAN_PORT);
            case HOST_GW -> "{\"Type\":\"host-gw\"}";
            case UDP -> "{\"Type\":\"udp\",\"Port\":%d}".formatted(FreePort.of(hosts(), "udp", UDP_PORT, 1));
        };
    }

    private static boolean hasDevice(Host host, String name) {
        return host.hand()
                        .run(List.of("ip", "link", "show", "dev", name), Duration.ofSeconds(10))
                        .exitCode()
                == 0;
    }
}
