package io.tare.lab;

import io.tare.host.DockerHost;
import io.tare.study.TestbedSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hosts that Tare makes itself. How they are made is known here alone. The caller of {@link #up} and {@link #down} holds the {@link LabLock}. */
public sealed interface Lab extends AutoCloseable permits NamespaceLab, VmLab {
    /**
     * Makes the lab. What an earlier lab of that name left behind is removed first; where it fails, all is undone.
     *
     * @param kept whether it stays until {@link #down}, or belongs to one run
     * @param says takes one line for each step
     */
    static Lab up(String name, TestbedSpec spec, boolean kept, Consumer<String> says) {
        return spec.guests() == null
                ? NamespaceLab.up(name, spec, kept, says)
                : VmLab.up(name, spec, spec.guests(), kept, says);
    }

    /** The lab of that name as it stands, where all of it is up. */
    static Optional<Lab> find(String name) {
        LabFolders folders = new LabFolders(name);
        return LabState.read(folders)
                .flatMap(state -> state.spec().guests() == null
                        ? NamespaceLab.standing(folders, state).map(Lab.class::cast)
                        : VmLab.standing(folders, state).map(Lab.class::cast));
    }

    /**
     * Ends a lab and removes all it has on this machine, however far it came. An interrupt waits until that is done. Answers whether there
     * was anything.
     */
    static boolean down(String name) {
        return new Removal(new LabFolders(name)).all();
    }

    /** The names of all labs that left anything on this machine. */
    static List<String> known() {
        return LabFolders.known();
    }

    String name();

    TestbedSpec spec();

    /** Whether it stays until {@link #down}; else it belongs to a run, and is what a crash left where none holds its lock. */
    boolean kept();

    List<DockerHost> hosts();

    /** What a reader of results that were measured here has to know of the hosts, in sentences. */
    List<String> notes();

    /** A command on a host, not started yet; its exit code is the command's. {@link LabException} where there is no such host. */
    ProcessBuilder enter(String host, List<String> command);

    /** Ends the connections to the Engines, which go on. */
    @Override
    void close();
}
