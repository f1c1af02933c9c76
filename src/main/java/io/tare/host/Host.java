package io.tare.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A machine with a Docker Engine: a lab host, a virtual machine, or a user's own. All that other rooms do to a host goes through
 * here, and they cannot tell which kind it is. Safe for use by several threads.
 */
public interface Host {
    /** Short and unique in its testbed: {@code h1}. */
    String name();

    /** Its IPv4 address on the underlay. */
    String address();

    /** The network device that carries the underlay: {@code eth0}. */
    String underlay();

    Engine engine();

    /** Where every change to this host is written down before it is made. */
    Journal journal();

    /** What was changed here on purpose, to stay. */
    Lasting lasting();

    /** The privileged container for what has to be done on the host itself; started at the first call. */
    Hand hand();

    /** The host's own control group as seen below {@code /sys/fs/cgroup} of the hand, where the host shares its kernel with others. */
    Optional<Path> cgroup();

    /** Whether its kernel is not its own: what the kernel keeps one value of is then the machine's, and no business of the host's. */
    default boolean sharesKernel() {
        return cgroup().isPresent();
    }

    /** How many times longer than a real machine it may take for anything: more than 1 where its CPU is emulated. */
    default int patience() {
        return 1;
    }

    /** What its console said last, where it is known to have stopped; else empty. */
    default String lastWords() {
        return "";
    }

    /** Whether it is a machine of the user's, and not a host of a lab that Tare made: its kernel settings are changed only with consent. */
    default boolean isUsers() {
        return false;
    }

    /** What undoing found otherwise than Tare had left it, and left so: one sentence each, told once. */
    default List<String> remarks() {
        return List.of();
    }
}
