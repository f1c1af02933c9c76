package io.tare.network;

import io.tare.host.Host;
import io.tare.host.HostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One etcd for one mode, in a container on one host; its data is in the container and ends with it.
 *
 * @param endpoint where the hosts reach it: {@code http://192.0.2.1:2379}
 */
record EtcdServer(Daemon daemon, String endpoint) {
    private static final int CLIENT_PORT = 2379;
    private static final Duration WITHIN = Duration.ofSeconds(30);

    /** Starts it and waits until it answers. Its undoing is put first in {@code made}. */
    static EtcdServer on(Host host, String as, List<AutoCloseable> made) {
        int port = FreePort.of(List.of(host), "tcp", CLIENT_PORT, 2);
        String endpoint = "http://%s:%d".formatted(host.address(), port);
        String peer = "http://127.0.0.1:" + (port + 1);
        List<String> command = List.of(
                "etcd",
                "--name=tare",
                "--data-dir=/run/etcd",
                "--listen-client-urls=" + endpoint,
                "--advertise-client-urls=" + endpoint,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=tare=" + peer,
                "--log-level=warn");
        EtcdServer server =
                new EtcdServer(new Daemon.Start(as, "etcd", command, List.of(), List.of()).on(host, made), endpoint);
        server.daemon.await(
                "answer at " + endpoint,
                WITHIN,
                "Does a firewall of the host keep its port shut?",
                () -> server.control("endpoint", "health").isEmpty() ? Optional.empty() : Optional.of(true));
        return server;
    }

    /** Sets a key. */
    void put(String key, String value) {
        if (control("put", key, value).isEmpty()) {
            throw new HostException("etcd on %s did not take the key %s. Its last words:%n%s"
                    .formatted(daemon.host().name(), key, daemon.lastWords()));
        }
    }

    /** What etcdctl prints; empty where it fails. */
    private Optional<String> control(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("etcdctl", "--endpoints=" + endpoint));
        command.addAll(List.of(arguments));
        var result = daemon.run(command.toArray(String[]::new));
        return result.exitCode() == 0 ? Optional.of(result.stdout() + result.stderr()) : Optional.empty();
    }
}
