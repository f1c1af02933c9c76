package io.tare.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A host over a {@link FakeEngine}, with a real journal. What its hand is asked is scripted on the engine too, and stands in the engine's calls
 * as {@code exec hand: COMMAND}.
 */
public record FakeHost(String name, String address, FakeEngine engine, FileJournal journal) implements Host {
    /** The journal goes into {@code folder}. */
    public static FakeHost in(Path folder, String name, String address) {
        FakeEngine engine = new FakeEngine(name);
        return new FakeHost(
                name, address, engine, new FileJournal(folder.resolve(name + ".journal"), new EngineUndo(engine)));
    }

    /** The same host after a crash: its journal opened again. */
    public FakeHost again(Path folder) {
        return new FakeHost(
                name, address, engine, new FileJournal(folder.resolve(name + ".journal"), new EngineUndo(engine)));
    }

    @Override
    public String underlay() {
        return "eth0";
    }

    @Override
    public Hand hand() {
        return new Hand() {
            @Override
            public ExecResult run(List<String> command, Duration within) {
                return engine.inHand(command);
            }
        };
    }

    @Override
    public Optional<Path> cgroup() {
        return Optional.empty();
    }
}
