package io.tare.network;

import io.tare.host.ContainerSpec;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Undo;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One running router of Weave Net's, in a container of Tare's own.
 *
 * @param peer the other host
 * @param status the port at which it tells its status
 */
record WeaveRouter(Daemon daemon, Host peer, WeaveSettings settings, int status) {
    /** What every router calls the bridge's end of its pair, whatever the bridge is called. */
    static final String BRIDGE_PORT = "vethwe-bridge";

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String GET =
            "exec 3<>/dev/tcp/127.0.0.1/\"$0\" && printf 'GET /status/connections HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3";

    /**
     * How a router is started.
     *
     * @param mtu of the bridge in bytes
     * @param password of the two, for encryption
     */
    record Start(WeaveNames names, WeaveSettings settings, WeavePorts ports, Weaver weaver, int mtu, String password) {
        /** Starts the router of a host; {@code self} is 1 or 2. Its undoing is put first in {@code made}. */
        WeaveRouter on(Host host, int self, Host peer, List<AutoCloseable> made) {
            String iptables = Firewall.of(host).program();
            WeaveLeftovers.of(iptables, names, settings)
                    .forEach(undo -> made.addFirst(host.journal().before(undo)));
            made.addFirst(host.journal().before(new Undo.StopContainer(names.container())));
            ContainerSpec spec = weaver.container(names.container(), host, arguments(host, self, peer))
                    .asHand()
                    .withEnvironment(environment())
                    .labelled(ContainerSpec.LABEL, names.as());
            Daemon daemon = new Daemon(host, "Weave's router", host.engine().start(spec));
            return new WeaveRouter(daemon, peer, settings, ports.status());
        }

        private List<String> arguments(Host host, int self, Host peer) {
            List<String> arguments = new ArrayList<>(List.of(
                    "--host=" + host.address(),
                    "--port=" + ports.router(),
                    "--name=" + names.peer(self),
                    "--nickname=" + host.name(),
                    "--weave-bridge=" + names.bridge(),
                    "--datapath=" + names.datapath(),
                    "--mtu=" + mtu,
                    "--db-prefix=/run/" + names.container(),
                    "--status-addr=127.0.0.1:" + ports.status(),
                    "--docker-api=",
                    "--ipalloc-range=",
                    "--no-dns",
                    "--no-discovery"));
            if (!settings.fast()) {
                arguments.add("--no-fastdp");
            }
            arguments.add(peer.address() + ":" + ports.router());
            return arguments;
        }

        private Map<String, String> environment() {
            return settings.encrypted()
                    ? Map.of("CHECKPOINT_DISABLE", "1", "WEAVE_PASSWORD", password)
                    : Map.of("CHECKPOINT_DISABLE", "1");
        }
    }

    /** A password that only this connection's routers ever have. */
    static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Why no router can be started on a host; empty where nothing is in its way. */
    static Optional<String> occupied(Host host) {
        ExecResult shown = host.hand().run(List.of("ip", "link", "show", "dev", BRIDGE_PORT), WITHIN);
        return shown.exitCode() == 0
                ? Optional.of(
                        "%s has a device %s: Weave Net runs there already, or was left there; end it ('weave reset'), or measure with 'router: stand-in'"
                                .formatted(host.name(), BRIDGE_PORT))
                : Optional.empty();
    }

    /** Waits until it says that what the study asks for is established with the peer. */
    WeaveStatus established(Duration within) {
        return daemon.await(
                "%s with %s".formatted(settings.words(), peer.name()),
                within,
                "It needs TCP and UDP %d and UDP %d between the hosts; see what stands in the way there."
                        .formatted(status + 1, status + 2),
                () -> says().stream().filter(s -> s.carriedBy(settings)).findFirst());
    }

    /** What is wrong with it, in a sentence; empty where it carries what the study asked for. */
    Optional<String> fault() {
        try {
            daemon.requireAlive();
        } catch (HostException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        List<WeaveStatus> now = says();
        return now.stream().anyMatch(s -> s.carriedBy(settings))
                ? Optional.empty()
                : Optional.of("Weave's router on %s no longer has %s with %s; it says: %s. Its last words:%n%s"
                        .formatted(
                                daemon.host().name(),
                                settings.words(),
                                peer.name(),
                                now.isEmpty() ? "nothing" : now.getFirst().line(),
                                daemon.lastWords()));
    }

    /** What it says of its connections to the peer; nothing where it does not answer. */
    private List<WeaveStatus> says() {
        List<String> command = List.of("bash", "-c", GET, Integer.toString(status));
        return WeaveStatus.of(daemon.host().hand().run(command, WITHIN).stdout(), peer.address());
    }

    /**
     * Gives the ends of its pair names of the mode's own, so that another router can be started beside it. A kernel that renames no device in use (before
     * 6.2) leaves them, and the other mode is then refused: see {@link #occupied}.
     */
    void giveUpNames(WeaveNames names) {
        rename(BRIDGE_PORT, names.bridgePort());
        rename(settings.fast() ? "vethwe-datapath" : "vethwe-pcap", names.routerPort());
    }

    private void rename(String from, String to) {
        daemon.host().hand().run(List.of("ip", "link", "set", "dev", from, "name", to), WITHIN);
    }
}
