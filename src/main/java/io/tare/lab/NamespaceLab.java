package io.tare.lab;

import io.tare.host.DockerHost;
import io.tare.host.Host;
import io.tare.host.Uninterrupted;
import io.tare.study.TestbedSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hosts on one machine: each a real Docker Engine with network, mount, PID, UTS and IPC namespaces of its own, joined by an
 * {@link Underlay}. A host is one process tree, and everything it has (devices, mounts, firewall rules) belongs to its namespaces: when
 * its first process ends, the kernel takes all of it away. What is left to remove are folders and control groups.
 */
public final class NamespaceLab implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LabFolders folders;
    private final LabState state;
    private final List<DockerHost> hosts;

    private NamespaceLab(LabFolders folders, LabState state, List<DockerHost> hosts) {
        this.folders = folders;
        this.state = state;
        this.hosts = hosts;
    }

    /**
     * Makes the lab. The caller holds its {@link LabLock}. What an earlier lab of that name left behind is removed first.
     *
     * @param kept whether it stays until {@link #down}, or belongs to one run
     * @param says takes one line for each step
     */
    public static NamespaceLab up(String name, TestbedSpec spec, boolean kept, Consumer<String> says) {
        Machine.require();
        LabFolders folders = new LabFolders(name);
        down(name);
        LabState state = planned(name, spec, kept);
        try {
            save(folders, state);
            List<HostLaunch> launches = state.hosts().stream()
                    .map(h -> HostLaunch.start(folders, h.name()))
                    .toList();
            HostLaunch hub = spec.hosts() > 2 ? HostLaunch.startHub(folders) : launches.getFirst();
            new Underlay(spec).join(launches.stream().map(HostLaunch::init).toList(), hub.init());
            says.accept("underlay %s of %d hosts, MTU %d".formatted(spec.profile(), spec.hosts(), spec.mtu()));
            launches.forEach(HostLaunch::letGo);
            launches.forEach(HostLaunch::awaitEngine);
            says.accept("%d Docker Engines answer".formatted(launches.size()));
            return attached(folders, state);
        } catch (RuntimeException | Error failed) {
            down(name);
            throw failed;
        }
    }

    /** The lab of that name as it stands, where all of its hosts are up. */
    public static Optional<NamespaceLab> find(String name) {
        LabFolders folders = new LabFolders(name);
        Optional<LabState> state = load(folders);
        if (state.isEmpty()
                || !state.get().hosts().stream()
                        .allMatch(h -> HostLaunch.identity(folders, h.name())
                                .map(HostProcess::alive)
                                .orElse(false))) {
            return Optional.empty();
        }
        return Optional.of(attached(folders, state.get()));
    }

    /**
     * Ends a lab and removes all it has on this machine, however far it came. An interrupt waits until that is done. Answers whether there
     * was anything.
     */
    public static boolean down(String name) {
        return Uninterrupted.call(() -> remove(name));
    }

    private static boolean remove(String name) {
        LabFolders folders = new LabFolders(name);
        boolean any = Files.exists(folders.data()) || Files.exists(folders.runtime());
        List<String> kept = hostFolders(folders);
        kept.forEach(h -> HostLaunch.identity(folders, h).ifPresent(HostProcess::kill));
        Cgroups cgroups = new Cgroups();
        Stream.concat(kept.stream(), cgroups.hosts(name).stream()).distinct().forEach(h -> cgroups.remove(name, h));
        kept.parallelStream().forEach(h -> delete(folders.host(h)));
        delete(folders.runtime());
        delete(folders.data());
        return any;
    }

    /** The names of all labs that left anything on this machine. */
    public static List<String> known() {
        return LabFolders.known();
    }

    public String name() {
        return state.lab();
    }

    public TestbedSpec spec() {
        return state.spec();
    }

    /** Whether it stays until {@link #down}; else it belongs to a run, and is what a crash left where none holds its lock. */
    public boolean kept() {
        return state.kept();
    }

    public List<DockerHost> hosts() {
        return hosts;
    }

    /** A command inside of a host's namespaces, not started yet; {@link LabException} where there is no such host. */
    public ProcessBuilder enter(String host, List<String> command) {
        List<String> all = new ArrayList<>(List.of("nsenter", "--target", Long.toString(init(host)), "--all", "--"));
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    private long init(String host) {
        return HostLaunch.identity(folders, host)
                .flatMap(HostProcess::init)
                .orElseThrow(() -> new LabException("Lab '%s' has no host '%s'; it has %s."
                        .formatted(name(), host, hosts.stream().map(Host::name).toList())));
    }

    /** Ends the connections to the Engines, which go on. */
    @Override
    public void close() {
        hosts.forEach(h -> h.engine().close());
    }

    private static LabState planned(String name, TestbedSpec spec, boolean kept) {
        List<LabState.LabHost> hosts = new ArrayList<>();
        for (int i = 0; i < spec.hosts(); i++) {
            hosts.add(new LabState.LabHost("h" + (i + 1), Underlay.address(i)));
        }
        Profile.of(spec.profile());
        return new LabState(LabState.VERSION, name, spec, kept, hosts);
    }

    private static NamespaceLab attached(LabFolders folders, LabState state) {
        List<DockerHost> hosts = state.hosts().stream()
                .map(h -> DockerHost.at(new DockerHost.Address(
                        state.lab(),
                        h.name(),
                        h.address(),
                        Underlay.DEVICE,
                        "unix://" + folders.socket(h.name()),
                        new Cgroups().accounting(state.lab(), h.name()),
                        folders.journal(h.name()))))
                .toList();
        return new NamespaceLab(folders, state, hosts);
    }

    private static Optional<LabState> load(LabFolders folders) {
        try {
            return Files.exists(folders.state())
                    ? Optional.of(JSON.readValue(folders.state().toFile(), LabState.class))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new LabException("%s cannot be read (%s). 'tare clean' removes the lab."
                    .formatted(folders.state(), e.getOriginalMessage()));
        }
    }

    private static void save(LabFolders folders, LabState state) {
        try {
            Files.createDirectories(folders.data());
            Files.createDirectories(folders.runtime());
            Files.writeString(folders.state(), JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new LabException(
                    "The lab's folder %s cannot be written: %s. A lab needs root and some GiB of free disk."
                            .formatted(folders.data(), e.getMessage()),
                    e);
        }
    }

    private static List<String> hostFolders(LabFolders folders) {
        if (!Files.isDirectory(folders.data())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folders.data())) {
            return entries.filter(Files::isDirectory)
                    .map(p -> Objects.requireNonNull(p.getFileName()).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LabException("%s cannot be removed: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
