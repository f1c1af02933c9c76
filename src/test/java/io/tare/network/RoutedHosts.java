package io.tare.network;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.FakeEngine;
import io.tare.host.FakeHost;
import java.nio.file.Path;
import java.util.List;

/** Two hosts on one underlay of 1500 bytes whose kernels take every device and route, and know the devices that were made. */
record RoutedHosts(FakeHost server, FakeHost client) {
    static RoutedHosts in(Path folder) {
        return new RoutedHosts(host(folder, "h1", "10.99.0.1"), host(folder, "h2", "10.99.0.2"));
    }

    List<FakeHost> both() {
        return List.of(server, client);
    }

    private static FakeHost host(Path folder, String name, String address) {
        FakeHost host = FakeHost.in(folder, name, address);
        host.engine()
                .answering("", "")
                .answering("cat /sys/class/net/eth0/mtu", "1500\n")
                .answering("/address", "02:00:00:00:00:0" + name.charAt(1) + "\n")
                .answering("ip -4 route show", "10.99.0.0/24 dev eth0 proto kernel scope link src " + address + "\n")
                .answering("ip -4 route show proto bird", "")
                .answering(
                        "ip link show dev",
                        command -> done(host).stream()
                                        .anyMatch(c -> c.startsWith("ip link add name " + command.getLast()))
                                ? FakeEngine.printed("")
                                : FakeEngine.failed(1, "Device \"%s\" does not exist.".formatted(command.getLast())));
        return host;
    }

    /** What the host's hand was asked, in order. */
    static List<String> done(FakeHost host) {
        return host.engine().calls().stream()
                .filter(call -> call.startsWith("exec hand: "))
                .map(call -> call.replaceFirst("exec hand: ", ""))
                .toList();
    }

    /** A container that is attached; the fake's ids are short. */
    static Container attached(Connection to, FakeHost host, String name) {
        Container container = host.engine()
                .start(to.server(ContainerSpec.of(name, "image", List.of("sleep", "infinity")), List.of()));
        to.attach(host, container);
        return container;
    }
}
