package io.tare.run;

import io.tare.host.Container;
import io.tare.host.ContainerSpec;
import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Journal;
import io.tare.host.Undo;
import io.tare.network.Connection;
import io.tare.study.WorkloadSpec;
import io.tare.workload.Workload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
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

    Timing timing() {
        return timing;
    }

    Workload workload() {
        return workload;
    }

    String dataPath() {
        return connection.dataPath();
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
        awaitReady(started, spec.ready());
        address = connection.reach(started);
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
        boolean right = spec.gateExpects() == null
                || Pattern.compile(spec.gateExpects()).matcher(printed).find();
        if (result.exitCode() != 0 || !right) {
            throw new HostException("the gate of %s failed: '%s' gave exit code %d%s: %s"
                    .formatted(
                            name,
                            String.join(" ", command),
                            result.exitCode(),
                            right ? "" : " and nothing that matches '" + spec.gateExpects() + "'",
                            tail(printed)));
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
        return client.exec(clientCommand(), Duration.ofSeconds(before + timing.omit() + timing.seconds() + 30L));
    }

    /** Makes sure that the server runs, and answers what was wrong with it, or an empty text. */
    String revive() {
        Container running = server;
        if (running != null && running.state().running()) {
            return "";
        }
        String last = running == null ? "" : tail(running.logs(8));
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
        entry = null;
    }

    private Placeholders placeholders() {
        return Placeholders.of(address, port, timing.seconds(), timing.omit());
    }

    /** The server's files; of the placeholders only the port is one there. */
    private Map<String, String> files(WorkloadSpec.Server spec) {
        Map<String, String> files = new LinkedHashMap<>();
        spec.files().forEach((path, text) -> files.put(path, text.replace("{port}", Integer.toString(port))));
        return files;
    }

    private void awaitReady(Container started, WorkloadSpec.Ready ready) {
        long end = System.nanoTime() + (long) (ready.within() * 1e9);
        while (!serves(started, ready)) {
            if (!started.state().running()) {
                throw new HostException("the server of %s on %s, port %d, ended while starting; its last words: %s"
                        .formatted(name, testbed.server().name(), port, tail(started.logs(8))));
            }
            if (System.nanoTime() > end) {
                throw new HostException(
                        "the server of %s on %s, port %d, was not ready within %.0f s; its last words: %s"
                                .formatted(name, testbed.server().name(), port, ready.within(), tail(started.logs(8))));
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

    private static String tail(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? "(none)" : stripped.substring(Math.max(0, stripped.length() - 400));
    }
}
