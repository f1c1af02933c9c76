package io.tare.path;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.ContainerSpec.Publish;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Undo;
import io.tare.host.Uninterrupted;
import io.tare.network.Connection;
import io.tare.network.Undoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The containers at the two ends of a path: one sends marked datagrams, the other answers them. Closing removes them. */
public final class Ends implements AutoCloseable {
    static final int PORT = 5299;
    private static final String PROGRAM = "/usr/local/bin/tare-probe";
    private static final Duration READY = Duration.ofSeconds(15);

    private final Host serverHost;
    private final Host clientHost;
    private final List<AutoCloseable> made = new ArrayList<>();
    private final Container server;
    private final Container client;
    private final String address;

    private Ends(String testbed, Host serverHost, Host clientHost, String image, Connection connection) {
        this.serverHost = serverHost;
        this.clientHost = clientHost;
        try {
            server = start(
                    serverHost,
                    connection,
                    connection.server(
                            spec(testbed, "server", image, List.of("perl", PROGRAM, "serve", Integer.toString(PORT))),
                            List.of(new Publish(PORT, "udp"))));
            client = start(
                    clientHost,
                    connection,
                    connection.client(spec(testbed, "client", image, List.of("sleep", "infinity"))));
            address = connection.reach(server);
        } catch (RuntimeException failed) {
            Uninterrupted.run(() -> Undoing.all(List.copyOf(made.reversed()), failed));
            throw failed;
        }
    }

    /**
     * Starts them on a connected mode.
     *
     * @param testbed its name, which the containers are labelled with
     * @param image Tare's own, which has what runs in them
     */
    public static Ends open(String testbed, Host server, Host client, String image, Connection connection) {
        return new Ends(testbed, server, client, image, connection);
    }

    Host serverHost() {
        return serverHost;
    }

    Host clientHost() {
        return clientHost;
    }

    boolean sameHost() {
        return clientHost.name().equals(serverHost.name());
    }

    Container server() {
        return server;
    }

    Container client() {
        return client;
    }

    /** Where the client reaches the server. */
    String address() {
        return address;
    }

    /** Sends marked datagrams, one after another; answers what became of each. */
    List<Probe> ask(int count, int size, String mark) {
        List<String> command = List.of(
                "perl",
                PROGRAM,
                "ask",
                address,
                Integer.toString(PORT),
                Integer.toString(count),
                Integer.toString(size),
                mark);
        return Probe.read(client.exec(command, Duration.ofSeconds(30))
                .require(command, "the client container on " + clientHost.name())
                .stdout());
    }

    /** Sends until one is answered, so that neighbours, bridges and NAT know the way; gives up after 15 s and answers what was sent last. */
    Probe first(int size, String mark) {
        long end = System.nanoTime() + READY.toNanos() * serverHost.patience();
        while (true) {
            Probe probe = ask(1, size, mark).getFirst();
            if (probe.answered() || System.nanoTime() > end) {
                return probe;
            }
            if (!server.state().running()) {
                throw new HostException(
                        "The server at the end of the path on %s ended: %s. Is UDP port %d in use there?"
                                .formatted(serverHost.name(), server.logs(4).strip(), PORT));
            }
        }
    }

    @Override
    public void close() {
        Uninterrupted.run(() -> Undoing.all(List.copyOf(made.reversed()), null));
    }

    private Container start(Host host, Connection connection, ContainerSpec spec) {
        made.add(host.journal().before(new Undo.RemoveContainer(spec.name())));
        Container started = host.engine().start(spec);
        connection.attach(host, started);
        return started;
    }

    private static ContainerSpec spec(String testbed, String end, String image, List<String> command) {
        return ContainerSpec.of("tare-%s-path-%s".formatted(testbed, end), image, command)
                .withFiles(List.of(
                        ContainerFile.program(PROGRAM, Script.text("probe.pl").getBytes(StandardCharsets.UTF_8))))
                .labelled(ContainerSpec.LABEL, testbed);
    }
}
