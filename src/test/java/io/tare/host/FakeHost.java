package io.tare.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A host over a {@link FakeEngine}, with a real journal. What its hand is asked is scripted on the engine too, and stands in the engine's calls
 * as {@code exec hand: COMMAND}.
 */
public record FakeHost(
        String name, String address, FakeEngine engine, FileJournal journal, Lasting lasting, Queue<String> remarked)
        implements Host {
    /** The journal goes into {@code folder}. */
    public static FakeHost in(Path folder, String name, String address) {
        return at(folder, name, address, new FakeEngine(name));
    }

    /** The same host after a crash: its journal opened again. */
    public FakeHost again(Path folder) {
        return at(folder, name, address, engine);
    }

    private static FakeHost at(Path folder, String name, String address, FakeEngine engine) {
        Queue<String> remarked = new ConcurrentLinkedQueue<>();
        HostUndo undo = new HostUndo(engine, () -> hand(engine), remarked::add);
        return new FakeHost(
                name,
                address,
                engine,
                new FileJournal(folder.resolve(name + ".journal"), undo),
                new Lasting(folder, name, undo),
                remarked);
    }

    @Override
    public List<String> remarks() {
        List<String> told = List.copyOf(remarked);
        remarked.clear();
        return told;
    }

    @Override
    public String underlay() {
        return "eth0";
    }

    @Override
    public Hand hand() {
        return hand(engine);
    }

    @Override
    public Optional<Path> cgroup() {
        return Optional.empty();
    }

    private static Hand hand(FakeEngine engine) {
        return (command, _) -> engine.inHand(command);
    }
}
