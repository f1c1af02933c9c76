package io.tare.run;

import io.tare.host.Container;
import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Journal;
import io.tare.host.LastWords;
import io.tare.host.Undo;
import io.tare.network.Connection;
import io.tare.study.WorkloadSpec;
import io.tare.workload.Deadline;
import io.tare.workload.Workload;
import io.tare.workload.WorkloadException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One workload over one mode, standing ready: its server runs, its client container waits for commands. A server that has ended is started
 * again before the next trial.
 */
final class Station implements AutoCloseable {
    private static final Duration RESET = Duration.ofSeconds(60);

    private final Testbed testbed;
    private final Connection connection;
    private final Workload workload;
    private final String image;
    private final Container client;
    private final String name;
    private final int port;
    private final Timing timing;
    private final @Nullable String prepared;
    private final double carries;
    private boolean used;
    private @Nullable Container server;
    private Journal.@Nullable Entry entry;
    private String address = "";
    private long serverPid;
    private long clientPid;

    /**
     * {@code name} is unique in the testbed; {@code port} too, as servers of all modes run at once. {@code prepared} is the volume that the
     * server sees as {@code /prepared}, or null; {@code carries} what the mode carries in Mbit/s, or NaN where it was not measured.
     */
    Station(
            Testbed testbed,
            Connection connection,
            Workload workload,
            String image,
            Container client,
            String name,
            int port,
            Timing timing,
            @Nullable String prepared,
            double carries) {
        this.testbed = testbed;
        this.connection = connection;
        this.workload = workload;
        this.image = image;
        this.client = client;
        this.name = name;
        this.port = port;
        this.timing = timing;
        this.prepared = prepared;
        this.carries = carries;
    }

    /** What the mode carries in Mbit/s of TCP; NaN where it was not measured. */
    double carries() {
        return carries;
    }

    /** As its containers are called: {@code overlay_iperf3-tcp}. */
    String name() {
        return name;
    }

    /** The server as it runs now, null where it does not; another container after each time it was started again. */
    @Nullable
    Container server() {
        return server;
    }

    /** The container that waits for the client's commands. */
    Container client() {
        return client;
    }

    /** Where the client reaches the server. */
    String address() {
        return address;
    }

    Timing timing() {
        return timing;
    }

    Workload workload() {
        return workload;
    }

    /** The server's process as its host sees it; 0 where it does not run. */
    long serverPid() {
        return serverPid;
    }

    /** The process of the waiting client as its host sees it. */
    long clientPid() {
        return clientPid;
    }

    String dataPath() {
        return connection.dataPath();
    }

    /** What did not run and what ran in its place; null where the data path is no stand-in. */
    @Nullable
    String standIn() {
        return connection.standIn().orElse(null);
    }

    /** What has become of the mode since it was connected; empty where it is as it was. */
    String fault() {
        return connection.fault().orElse("");
    }

    /** The server's arguments as run. */
    List<String> serverCommand() {
        return placeholders().fill(workload.spec().server().command());
    }

    /** The client's arguments as executed. */
    List<String> clientCommand() {
        return placeholders().fill(workload.spec().client().command());
    }

    /** Starts the server and waits until it serves. */
    void open() {
        WorkloadSpec.Server spec = workload.spec().server();
        Host host = testbed.server();
        String container = "tare-" + testbed.name() + "-" + name;
        entry = host.journal().before(new Undo.RemoveContainer(container));
        List<ContainerSpec.Publish> ports = spec.protocols().stream()
                .map(protocol -> new ContainerSpec.Publish(port, protocol))
                .toList();
        ContainerSpec base = ContainerSpec.of(container, image, serverCommand())
                .withEnvironment(spec.environment())
                .withFiles(files(spec))
                .labelled(ContainerSpec.LABEL, testbed.name());
        if (prepared != null) {
            base = base.withBinds(prepared + ":" + PreparedVolumes.FOLDER + ":ro");
        }
        used = false;
        Container started = host.engine().start(connection.server(base, ports));
        server = started;
        connection.attach(host, started);
        awaitReady(started, spec.ready());
        address = connection.reach(started);
        serverPid = started.state().pid();
        clientPid = client.state().pid();
    }

    /** Proves before the first trial that the path carries the workload and the right thing answers. */
    void gate() {
        WorkloadSpec.Client spec = workload.spec().client();
        if (spec.gate().isEmpty()) {
            return;
        }
        List<String> command = placeholders().fill(spec.gate());
        ExecResult result = client.exec(command, Duration.ofSeconds(20));
        String printed = result.stdout() + result.stderr();
        boolean right = spec.gateExpects() == null || serves(spec.gateExpects(), printed);
        if (result.exitCode() != 0 || !right) {
            String look = connection.whenUnreached();
            throw new HostException("the gate of %s failed: '%s' gave exit code %d%s: %s%s"
                    .formatted(
                            name,
                            String.join(" ", command),
                            result.exitCode(),
                            right ? "" : " and nothing that matches '" + spec.gateExpects() + "'",
                            LastWords.of(printed),
                            look.isEmpty() ? "" : ". " + look));
        }
    }

    private boolean serves(String expects, String printed) {
        try {
            return Deadline.found(expects, printed, "gate-expects");
        } catch (WorkloadException e) {
            throw new HostException("the gate of %s cannot be judged: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Brings a server that was asked before back to the state it started in. {@link HostException} where it does not come back. */
    void reset() {
        List<String> reset = placeholders().fill(workload.spec().server().reset());
        if (used && !reset.isEmpty()) {
            Objects.requireNonNull(server, "server is null").exec(reset, RESET).require(reset, "the server of " + name);
        }
    }

    /** Runs the client once. */
    ExecResult ask() {
        used = true;
        long before = (long) Math.ceil(workload.before());
        return client.exec(
                clientCommand(),
                Duration.ofSeconds(before + (long) workload.passes() * (timing.omit() + timing.seconds()) + 30L));
    }

    /** Makes sure that the server runs, and answers what was wrong with it, or an empty text. */
    String revive() {
        Container running = server;
        if (running != null && running.state().running()) {
            return "";
        }
        String last = running == null ? "" : LastWords.of(running.logs(8));
        close();
        open();
        return "the server had ended and was started again; its last words: " + last;
    }

    @Override
    public void close() {
        Journal.Entry made = entry;
        if (made != null) {
            made.close();
        }
        server = null;
        serverPid = 0;
        entry = null;
    }

    private Placeholders placeholders() {
        return Placeholders.of(address, port, timing.seconds(), timing.omit());
    }

    /** The server's files; of the placeholders only the port is one there. */
    private List<ContainerFile> files(WorkloadSpec.Server spec) {
        Map<String, String> files = new LinkedHashMap<>();
        spec.files().forEach((path, text) -> files.put(path, text.replace("{port}", Integer.toString(port))));
        return ContainerFile.texts(files);
    }

    private void awaitReady(Container started, WorkloadSpec.Ready ready) {
        double longest = ready.within() * testbed.server().patience();
        long end = System.nanoTime() + (long) (longest * 1e9);
        while (!serves(started, ready)) {
            if (!started.state().running()) {
                throw new HostException("the server of %s on %s, port %d, ended while starting; its last words: %s"
                        .formatted(name, testbed.server().name(), port, LastWords.of(started.logs(8))));
            }
            if (System.nanoTime() > end) {
                throw new HostException(
                        "the server of %s on %s, port %d, was not ready within %.0f s; its last words: %s"
                                .formatted(
                                        name, testbed.server().name(), port, longest, LastWords.of(started.logs(8))));
            }
        }
    }

    private boolean serves(Container started, WorkloadSpec.Ready ready) {
        if (!ready.command().isEmpty()) {
            return started.exec(placeholders().fill(ready.command()), Duration.ofSeconds(10))
                            .exitCode()
                    == 0;
        }
        long pid = started.state().pid();
        if (pid == 0) {
            return false;
        }
        ExecResult sockets = testbed.server()
                .hand()
                .run(
                        List.of(
                                "nsenter",
                                "--net=/proc/" + pid + "/ns/net",
                                "ss",
                                "--no-header",
                                "--listening",
                                "--numeric",
                                "--tcp",
                                "--udp",
                                "sport",
                                "=",
                                ":" + port),
                        Duration.ofSeconds(10));
        return sockets.exitCode() == 0 && !sockets.stdout().isBlank();
    }
}
