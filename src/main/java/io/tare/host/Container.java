package io.tare.host;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A container on an Engine. */
public record Container(Engine engine, String id, String name) implements AutoCloseable {
    public Container {
        Objects.requireNonNull(engine, "engine is null");
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(name, "name is null");
    }

    public ExecResult exec(List<String> command, Duration within) {
        return engine.exec(id, command, within);
    }

    /** Puts files into it. */
    public void put(List<ContainerFile> files) {
        engine.put(id, files);
    }

    public ContainerState state() {
        return engine.state(id);
    }

    public String logs(int lines) {
        return engine.logs(id, lines);
    }

    /** Ends and removes it. */
    @Override
    public void close() {
        engine.remove(id);
    }
}
