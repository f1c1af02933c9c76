package io.tare.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that Debian does not package, taken from the {@code PATH} of the machine that Tare runs on and put into containers of Tare's image. It is
 * for the processor of this machine.
 *
 * @param name of the program: {@code flanneld}
 * @param from whose it is, for errors: {@code Flannel's daemon}
 */
public record LocalProgram(String name, String from) {
    /** Where programs are often put, beside the PATH, of which sudo keeps a part only. */
    private static final Path ALSO = Path.of("/usr/local/bin");

    public LocalProgram {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(from, "from is null");
    }

    /** Where it is; empty where this machine has it not. */
    public Optional<Path> find() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(path.split(":"))
                                .filter(p -> p.startsWith("/"))
                                .map(Path::of),
                        Stream.of(ALSO))
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** What to do where it is not there, as a clause. */
    public String wayOut() {
        return "there is no %s on this machine's PATH; put %s there".formatted(name, from);
    }

    /** Read whole; {@link HostException} where it is not there or cannot be read. */
    public byte[] read() {
        Path file = find().orElseThrow(() -> new HostException(wayOut()));
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new HostException("The program %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
