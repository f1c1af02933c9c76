package io.tare.network;

import io.tare.host.ContainerFile;
import io.tare.host.Host;
import io.tare.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * BIRD on one host of a mesh of one autonomous system, 64512, as Calico's node runs it: it exports the host's block and writes the peer's into the kernel.
 *
 * @param peer the other host
 * @param peerBlock what the peer exports
 */
record BirdMesh(Daemon daemon, Host peer, Block peerBlock) {
    private static final String FOLDER = "/run/bird/";
    private static final String SOCKET = FOLDER + "bird.ctl";
    private static final String SESSION = "mesh";
    private static final Duration WITHIN = Duration.ofSeconds(40);

    /** Starts it; its undoing is put first in {@code made}. {@code port} is BGP's on both hosts. */
    static BirdMesh on(
            Host host, Block block, Host peer, Block peerBlock, int port, String as, List<AutoCloseable> made) {
        String configuration = """
                log stderr { info, remote, warning, error, auth, fatal, bug };
                router id %1$s;
                protocol device { scan time 2; }
                protocol static block { ipv4; route %2$s blackhole; }
                protocol kernel { scan time 2; ipv4 { import none; export all; }; }
                protocol bgp %5$s {
                    local %1$s port %4$d as 64512;
                    neighbor %3$s port %4$d as 64512;
                    direct;
                    strict bind yes;
                    connect delay time 1;
                    connect retry time 2;
                    error wait time 1, 4;
                    ipv4 { import all; export where source = RTS_STATIC; next hop self; };
                }
                """.formatted(host.address(), block, peer.address(), port, SESSION);
        List<String> command = List.of("bird", "-f", "-c", FOLDER + "bird.conf", "-s", SOCKET);
        List<ContainerFile> files = List.of(ContainerFile.text(FOLDER + "bird.conf", configuration));
        return new BirdMesh(new Daemon.Start(as, "bird", command, files, List.of()).on(host, made), peer, peerBlock);
    }

    /** Waits until the session with the peer is established and the kernel has the peer's block. {@link HostException} where it is not. */
    void awaitEstablished() {
        try {
            daemon.await(
                    "a BGP session with " + peer.name(),
                    WITHIN,
                    wayOut(),
                    () -> session().filter(BirdSession::established));
        } catch (HostException e) {
            throw new HostException(
                    "%s%nbirdc said of the session: %s"
                            .formatted(
                                    e.getMessage(),
                                    session().map(BirdSession::toString).orElse("nothing")),
                    e);
        }
        daemon.await("the route to " + peerBlock, WITHIN, wayOut(), () -> {
            String route = daemon.host().hand().run("ip", "-4", "route", "show", peerBlock.toString());
            return route.isBlank() ? Optional.empty() : Optional.of(route);
        });
    }

    private static String wayOut() {
        return "BGP needs both hosts on one Ethernet and its TCP port open between them.";
    }

    private Optional<BirdSession> session() {
        if (!daemon.container().state().running()) {
            return Optional.empty();
        }
        return BirdSession.parse(
                daemon.run("birdc", "-s", SOCKET, "show", "protocols").stdout(), SESSION);
    }
}
