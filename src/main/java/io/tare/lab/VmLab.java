package io.tare.lab;

import io.tare.host.DockerHost;
import io.tare.study.GuestSpec;
import io.tare.study.TestbedSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Hosts that are virtual machines, each with a kernel of its own. One process, the hub, holds namespaces in which all else is: the bridges, the
 * taps and every QEMU. When it ends, the kernel takes all of it away; what is left to remove are folders.
 */
public final class VmLab implements Lab {
    /** The longest that machines take to come up, in s. */
    private static final int LONGEST_BOOT = 60;
    /** The same with emulated CPUs, on a busy machine. */
    private static final int LONGEST_EMULATED_BOOT = 400;

    /** How many times longer than on a real machine things may take with emulated CPUs. */
    private static final int EMULATED_PATIENCE = 8;

    private final LabFolders folders;
    private final LabState state;
    private final List<DockerHost> hosts;

    private VmLab(LabFolders folders, LabState state, List<DockerHost> hosts) {
        this.folders = folders;
        this.state = state;
        this.hosts = hosts;
    }

    static VmLab up(String name, TestbedSpec spec, GuestSpec guests, boolean kept, Consumer<String> says) {
        VmMachine.require(spec, guests);
        LabFolders folders = new LabFolders(name);
        Lab.down(name);
        VmImage image = VmImage.made(says);
        Accelerator.Found found = Accelerator.found(image.kernel());
        says.accept("the machines' CPUs: " + found.words());
        LabState state = LabState.planned(name, spec, kept, found.accelerator());
        try {
            state.write(folders);
            String key = new GuestShell(folders).makeKey();
            Inside hub = new Inside(HostLaunch.startHub(folders).init());
            new VmUnderlay(spec, guests, hub).make();
            List<GuestLaunch> launches = launches(folders, state, hub);
            launches.forEach(launch -> launch.start(image, spec, found.accelerator(), key));
            says.accept("%s boot".formatted(spec.words()));
            int longest = found.accelerator() == Accelerator.KVM ? LONGEST_BOOT : LONGEST_EMULATED_BOOT;
            launches.forEach(launch -> launch.awaitEngine(longest));
            says.accept("%d Docker Engines answer".formatted(launches.size()));
            return attached(folders, state);
        } catch (RuntimeException | Error failed) {
            Lab.down(name);
            throw failed;
        }
    }

    /** The lab where its hub and all of its machines are up. */
    static Optional<VmLab> standing(LabFolders folders, LabState state) {
        return hub(folders)
                .filter(hub -> launches(folders, state, hub).stream().allMatch(GuestLaunch::running))
                .map(_ -> attached(folders, state));
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
        String underlay =
                "The hosts are virtual machines on one machine, each with a kernel and a Docker Engine of its own; they share its CPUs. "
                        + "The underlay is a bridge with a tap for each machine's virtio NIC, MTU %d%s."
                                .formatted(
                                        spec.mtu(), spec.rate() == null ? "" : ", limited to " + spec.rate() + "bit/s");
        return accelerator() == Accelerator.KVM
                ? List.of(underlay)
                : List.of(
                        "Emulated CPU: KVM could not be used, and QEMU's TCG ran the hosts. Absolute figures are those of an emulated CPU, many times slower than a real one; "
                                + "ratios between modes tell how much work each makes for a CPU, not what a real machine reaches.",
                        underlay);
    }

    /** By ssh. */
    @Override
    public ProcessBuilder enter(String host, List<String> command) {
        state.require(host);
        Inside hub = hub(folders).orElseThrow(() -> new LabException("Lab '%s' has ended.".formatted(name())));
        String address = VmUnderlay.control(state.names().indexOf(host));
        return new ProcessBuilder(new GuestShell(folders).command(hub, address, command));
    }

    @Override
    public void close() {
        hosts.forEach(h -> h.engine().close());
    }

    private Accelerator accelerator() {
        return Objects.requireNonNull(state.accelerator(), "accelerator");
    }

    private static Optional<Inside> hub(LabFolders folders) {
        return HostLaunch.identity(folders, HostLaunch.HUB)
                .filter(HostProcess::alive)
                .flatMap(HostProcess::init)
                .map(Inside::new);
    }

    private static List<GuestLaunch> launches(LabFolders folders, LabState state, Inside hub) {
        return IntStream.range(0, state.hosts().size())
                .mapToObj(i -> new GuestLaunch(folders, state.names().get(i), i, hub))
                .toList();
    }

    private static VmLab attached(LabFolders folders, LabState state) {
        int patience = state.accelerator() == Accelerator.KVM ? 1 : EMULATED_PATIENCE;
        List<DockerHost> hosts = state.attach(folders, _ -> null, patience);
        hub(folders)
                .ifPresent(hub -> launches(folders, state, hub)
                        .forEach(launch -> hosts.get(launch.index()).lastWordsFrom(launch::lastWords)));
        return new VmLab(folders, state, hosts);
    }
}
