package io.tare.host;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The hand as a container that waits for commands. */
final class ContainerHand implements Hand {
    private final Container container;

    private ContainerHand(Container container) {
        this.container = Objects.requireNonNull(container, "container is null");
    }

    /** Starts the hand on an Engine, written down in the journal first. {@code testbed} goes into its name and label. */
    static ContainerHand on(Engine engine, Journal journal, String testbed, String image) {
        String name = name(testbed);
        ContainerSpec spec = ContainerSpec.of(
                        name, image, List.of("sh", "-c", "mount -o remount,rw /sys; exec sleep infinity"))
                .asHand()
                .withBinds("/sys/fs/cgroup:/sys/fs/cgroup:ro")
                .labelled(ContainerSpec.LABEL, testbed);
        engine.remove(name); // an earlier Tare's
        journal.before(new Undo.RemoveContainer(name));
        return new ContainerHand(engine.start(spec));
    }

    static String name(String testbed) {
        return "tare-" + testbed + "-hand";
    }

    @Override
    public ExecResult run(List<String> command, Duration within) {
        return container.exec(command, within);
    }
}
