package io.tare.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Changes of a host that were made to stay, each set of them under a name with a journal of its own: what undoes a run does not undo them.
 *
 * @param folder that holds the journals
 * @param host whose they are, the beginning of their files' names
 * @param undoer carries an undo out, or throws
 */
public record Lasting(Path folder, String host, Consumer<Undo> undoer) {
    private static final String ENDING = ".lasting";

    public Lasting {
        Objects.requireNonNull(folder, "folder is null");
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(undoer, "undoer is null");
    }

    /** The journal of that name, with what stands in it. */
    public FileJournal of(String name) {
        return new FileJournal(folder.resolve(host + "." + name + ENDING), undoer);
    }

    /** The names under which something stands, in their order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.startsWith(host + ".") && file.endsWith(ENDING))
                    .map(file -> file.substring(host.length() + 1, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new HostException("The journals of what stands on %s cannot be listed: %s".formatted(host, e), e);
        }
    }
}
