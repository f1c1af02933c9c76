package io.tare.lab;

import io.tare.host.DockerHost;
import io.tare.study.TestbedSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hosts on one machine: each a real Docker Engine with network, mount, PID, UTS and IPC namespaces of its own, joined by an
 * {@link Underlay}. A host is one process tree, and everything it has (devices, mounts, firewall rules) belongs to its namespaces: when
 * its first process ends, the kernel takes all of it away. What is left to remove are folders and control groups.
 */
public final class NamespaceLab implements Lab {
    private final LabFolders folders;
    private final LabState state;
    private final List<DockerHost> hosts;

    private NamespaceLab(LabFolders folders, LabState state, List<DockerHost> hosts) {
        this.folders = folders;
        this.state = state;
        this.hosts = hosts;
    }

    static NamespaceLab up(String name, TestbedSpec spec, boolean kept, Consumer<String> says) {
        Machine.require();
        LabFolders folders = new LabFolders(name);
        Lab.down(name);
        Profile.of(spec.profile());
        LabState state = LabState.planned(name, spec, kept, null);
        try {
            state.write(folders);
            List<HostLaunch> launches = state.names().stream()
                    .map(host -> HostLaunch.start(folders, host, spec.userlandProxy()))
                    .toList();
            HostLaunch hub = spec.hosts() > 2 ? HostLaunch.startHub(folders) : launches.getFirst();
            new Underlay(spec).join(launches.stream().map(HostLaunch::init).toList(), hub.init());
            says.accept("underlay %s of %d hosts, MTU %d".formatted(spec.profile(), spec.hosts(), spec.mtu()));
            launches.forEach(HostLaunch::letGo);
            launches.forEach(HostLaunch::awaitEngine);
            says.accept("%d Docker Engines answer".formatted(launches.size()));
            return attached(folders, state);
        } catch (RuntimeException | Error failed) {
            Lab.down(name);
            throw failed;
        }
    }

    /** The lab where all of its hosts are up. */
    static Optional<NamespaceLab> standing(LabFolders folders, LabState state) {
        boolean all = state.names().stream()
                .allMatch(host -> HostLaunch.identity(folders, host)
                        .map(HostProcess::alive)
                        .orElse(false));
        return all ? Optional.of(attached(folders, state)) : Optional.empty();
    }

    @Override
    public String name() {
        return state.lab();
    }

    @Override
    public TestbedSpec spec() {
        return state.spec();
    }

    @Override
    public boolean kept() {
        return state.kept();
    }

    @Override
    public List<DockerHost> hosts() {
        return hosts;
    }

    @Override
    public List<String> notes() {
        TestbedSpec spec = spec();
        return List.of(
                "The hosts are network namespaces of one machine, each with a Docker Engine of its own. They share its kernel and its CPUs: "
                        + "what client and server spend competes, and sar shows the whole machine on each. CPU metrics that end in .own "
                        + "count the host's own control group.",
                "The underlay is a veth pair with the profile '%s' (%s), MTU %d%s. Ratios between modes carry over to machines of that kind better than absolute figures."
                        .formatted(
                                spec.profile(),
                                Profile.of(spec.profile()).summary(),
                                spec.mtu(),
                                spec.rate() == null ? "" : ", limited to " + spec.rate() + "bit/s"));
    }

    /** In the host's namespaces. */
    @Override
    public ProcessBuilder enter(String host, List<String> command) {
        state.require(host);
        long init = HostLaunch.identity(folders, host)
                .flatMap(HostProcess::init)
                .orElseThrow(() -> new LabException("Host '%s' of lab '%s' has ended.".formatted(host, name())));
        return new ProcessBuilder(new Inside(init).command(command));
    }

    @Override
    public void close() {
        hosts.forEach(h -> h.engine().close());
    }

    private static NamespaceLab attached(LabFolders folders, LabState state) {
        Cgroups cgroups = new Cgroups();
        return new NamespaceLab(
                folders, state, state.attach(folders, host -> cgroups.accounting(state.lab(), host), 1));
    }
}
