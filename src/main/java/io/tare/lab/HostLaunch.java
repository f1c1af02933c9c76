package io.tare.lab;

import io.tare.host.LocalCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One lab host on its way up: its first process waits for its network, then starts the Engine. */
record HostLaunch(LabFolders folders, String host, HostProcess process) {
    static final String HUB = "hub";

    /** @param userlandProxy as dockerd's option of that name */
    static HostLaunch start(LabFolders folders, String host, boolean userlandProxy) {
        Path folder = folders.host(host);
        List<Path> groups = new Cgroups().make(folders.lab(), host);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("daemon.json"), "{\"userland-proxy\": %s}\n".formatted(userlandProxy));
            Path script = folder.resolve("init.sh");
            try (InputStream text = HostLaunch.class.getResourceAsStream("host-init.sh")) {
                Files.write(script, Objects.requireNonNull(text, "host-init.sh").readAllBytes());
            }
            List<String> init = new ArrayList<>(List.of(
                    "sh",
                    script.toString(),
                    folder.toString(),
                    folders.runtime().toString(),
                    host,
                    "/" + Cgroups.name(folders.lab(), host)));
            groups.forEach(g -> init.add(g.toString()));
            return launched(folders, host, init, folder.resolve("ready"));
        } catch (IOException e) {
            throw new LabException("Host %s cannot be made in %s: %s".formatted(host, folder, e.getMessage()), e);
        }
    }

    /** A namespace with nothing but a bridge in it. */
    static HostLaunch startHub(LabFolders folders) {
        Path ready = folders.host(HUB).resolve("ready");
        return launched(
                folders, HUB, List.of("sh", "-c", ": > \"$1\"; exec sleep infinity", "hub", ready.toString()), ready);
    }

    static Optional<HostProcess> identity(LabFolders folders, String host) {
        return HostProcess.read(folders.host(host).resolve("process"));
    }

    /** The id of the host's first process on this machine. */
    long init() {
        return process.init()
                .orElseThrow(() -> new LabException("Host %s ended while it was made: %s"
                        .formatted(host, tail(folders.host(host).resolve("init.log")))));
    }

    /** Its network is complete: it may start its Engine. */
    void letGo() {
        try {
            Files.createFile(folders.host(host).resolve("go"));
        } catch (IOException e) {
            throw new LabException("Host %s cannot be started: %s".formatted(host, e.getMessage()), e);
        }
    }

    void awaitEngine() {
        Path socket = folders.socket(host);
        Path log = folders.host(host).resolve("dockerd.log");
        try {
            Waiting.until("the Engine of " + host, 60, () -> {
                if (!process.alive()) {
                    throw new LabException("the process of " + host + " has ended");
                }
                return Files.exists(socket) && answers(socket);
            });
        } catch (LabException e) {
            throw new LabException("The Docker Engine of %s does not start (%s). The end of its log:%n%s"
                    .formatted(host, e.getMessage(), tail(log)));
        }
    }

    private static boolean answers(Path socket) {
        try (var channel = java.nio.channels.SocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            return channel.connect(java.net.UnixDomainSocketAddress.of(socket));
        } catch (IOException _) {
            return false;
        }
    }

    private static HostLaunch launched(LabFolders folders, String host, List<String> init, Path ready) {
        Path folder = folders.host(host);
        Path identity = folder.resolve("process");
        Path log = folder.resolve("init.log");
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                "sh",
                "-c",
                HostProcess.WRITE_IDENTITY + "; shift; exec unshare --mount --net --pid --uts --ipc --fork --kill-child"
                        + " --mount-proc --propagation private \"$@\"",
                "host",
                identity.toString()));
        command.addAll(init);
        try {
            Files.createDirectories(folder);
            new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(log.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new LabException("Host %s cannot be started: %s".formatted(host, e.getMessage()), e);
        }
        Waiting.until("the identity of " + host, 10, () -> Files.exists(identity));
        HostProcess process = HostProcess.read(identity).orElseThrow();
        Waiting.until("the namespaces of " + host, 10, () -> {
            if (!process.alive()) {
                throw new LabException(
                        "Host %s cannot be made on this machine: %s. See 'tare doctor'.".formatted(host, tail(log)));
            }
            return Files.exists(ready);
        });
        return new HostLaunch(folders, host, process);
    }

    /** The last lines of a file. */
    static String tail(Path file) {
        return Files.exists(file)
                ? LocalCommand.run("tail", "-n", "12", file.toString()).strip()
                : "(no output)";
    }
}
