package io.tare.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A host reached through its Engine's socket and nothing else. */
public final class DockerHost implements Host, AutoCloseable {
    private final Address at;
    private final DockerEngine engine;
    private final FileJournal journal;
    private final Queue<String> remarks = new ConcurrentLinkedQueue<>();
    private @Nullable String image;
    private @Nullable Hand hand;
    private volatile Supplier<String> lastWords = () -> "";

    /**
     * Where and what the host is.
     *
     * @param testbed the name its containers are labelled with
     * @param socket of its Engine: {@code unix:///…}
     * @param cgroup the host's own control group below {@code /sys/fs/cgroup}, or null where the kernel is its own
     * @param journal the file that its changes are written to before they are made
     * @param patience how many times longer than a real machine it may take
     */
    public record Address(
            String testbed,
            String name,
            String address,
            String underlay,
            String socket,
            @Nullable Path cgroup,
            Path journal,
            int patience) {
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
        this.engine = new DockerEngine(at.name(), EngineConnection.to(at.socket()), at.patience());
        this.journal = new FileJournal(at.journal(), this::undo);
    }

    /** Connects to the host's Engine; {@link HostException} where none answers. */
    public static DockerHost at(Address address) {
        return new DockerHost(address);
    }

    /** Says which image the hand is made of. Must be called before the first {@link #hand()}. */
    public void handFrom(String reference) {
        synchronized (journal) {
            image = Objects.requireNonNull(reference, "reference is null");
        }
    }

    /** Says where its console is read, once it has stopped. */
    public void lastWordsFrom(Supplier<String> console) {
        lastWords = Objects.requireNonNull(console, "console is null");
    }

    @Override
    public String lastWords() {
        return lastWords.get();
    }

    @Override
    public String name() {
        return at.name();
    }

    @Override
    public String address() {
        return at.address();
    }

    @Override
    public int patience() {
        return at.patience();
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
    public Lasting lasting() {
        Path folder = Objects.requireNonNull(at.journal().getParent(), "a journal has a folder");
        return new Lasting(folder, at.name(), this::undo);
    }

    @Override
    public Hand hand() {
        synchronized (journal) { // which making a hand writes to, and which may want a hand to undo: one lock for both
            Hand known = hand;
            if (known == null) {
                String from = Objects.requireNonNull(image, "no image for the hand of " + at.name());
                known = ContainerHand.on(engine, journal, at.testbed(), from);
                Hand ready = known;
                // what the Engine executes in a container leads a session and a process group of its own: its children
                // go with it
                engine.killWith(pid -> ready.run(
                        List.of("kill", "-KILL", "--", "-" + pid, Long.toString(pid)), Duration.ofSeconds(5)));
                hand = known;
            }
            return known;
        }
    }

    @Override
    public Optional<Path> cgroup() {
        return Optional.ofNullable(at.cgroup());
    }

    @Override
    public List<String> remarks() {
        List<String> told = new ArrayList<>();
        for (String next = remarks.poll(); next != null; next = remarks.poll()) {
            told.add(next);
        }
        return told;
    }

    private void undo(Undo undo) {
        new HostUndo(engine, this::hand, remark -> remarks.add(at.name() + ": " + remark)).accept(undo);
        if (undo instanceof Undo.RemoveContainer(String name) && name.equals(ContainerHand.name(at.testbed()))) {
            hand = null; // the journal's lock is held here
        }
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
