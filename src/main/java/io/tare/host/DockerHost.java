package io.tare.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host reached through its Engine's socket and nothing else. */
public final class DockerHost implements Host, AutoCloseable {
    private final Address at;
    private final DockerEngine engine;
    private final FileJournal journal;
    private @Nullable String image;
    private @Nullable Hand hand;

    /**
     * Where and what the host is.
     *
     * @param testbed the name its containers are labelled with
     * @param socket of its Engine: {@code unix:///…}
     * @param cgroup the host's own control group below {@code /sys/fs/cgroup}, or null where the kernel is its own
     * @param journal the file that its changes are written to before they are made
     */
    public record Address(
            String testbed,
            String name,
            String address,
            String underlay,
            String socket,
            @Nullable Path cgroup,
            Path journal) {
        public Address {
            Objects.requireNonNull(testbed, "testbed is null");
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(address, "address is null");
            Objects.requireNonNull(underlay, "underlay is null");
            Objects.requireNonNull(socket, "socket is null");
            Objects.requireNonNull(journal, "journal is null");
        }
    }

    private DockerHost(Address at) {
        this.at = at;
        this.engine = new DockerEngine(at.name(), EngineConnection.to(at.socket()));
        this.journal = new FileJournal(at.journal(), new EngineUndo(engine));
    }

    /** Connects to the host's Engine; {@link HostException} where none answers. */
    public static DockerHost at(Address address) {
        return new DockerHost(address);
    }

    /** Says which image the hand is made of. Must be called before the first {@link #hand()}. */
    public synchronized void handFrom(String reference) {
        image = Objects.requireNonNull(reference, "reference is null");
    }

    @Override
    public String name() {
        return at.name();
    }

    @Override
    public String address() {
        return at.address();
    }

    /** Where its Engine listens: {@code unix:///…}. */
    public String socket() {
        return at.socket();
    }

    @Override
    public String underlay() {
        return at.underlay();
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public synchronized Hand hand() {
        Hand known = hand;
        if (known == null) {
            String from = Objects.requireNonNull(image, "no image for the hand of " + at.name());
            known = ContainerHand.on(engine, journal, at.testbed(), from);
            Hand ready = known;
            // what the Engine executes in a container leads a session and a process group of its own: its children go
            // with it
            engine.killWith(pid ->
                    ready.run(List.of("kill", "-KILL", "--", "-" + pid, Long.toString(pid)), Duration.ofSeconds(5)));
            hand = known;
        }
        return known;
    }

    @Override
    public Optional<Path> cgroup() {
        return Optional.ofNullable(at.cgroup());
    }

    /** Undoes what is left in the journal and ends the connection. */
    @Override
    public void close() {
        try {
            journal.replay();
        } finally {
            engine.close();
        }
    }
}
