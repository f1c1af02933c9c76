package io.tare.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code load}: the generators as a command, or as a subcommand of another. */
@Command(
        name = "load",
        description = "Puts load on a server and measures it.",
        synopsisSubcommandLabel = "(http | memcached)",
        subcommands = {HttpCommand.class, MemcachedCommand.class},
        mixinStandardHelpOptions = true)
public final class LoadCommand {
    /**
     * What the generators' JVM is best started with: a small heap that is there from the start and is collected without other threads, and
     * no checks on buffers that only this code writes. As an argument file for {@code java} it is {@code jvm-flags.txt} beside this class.
     */
    public static List<String> jvmFlags() {
        try (InputStream stream =
                Objects.requireNonNull(LoadCommand.class.getResourceAsStream("jvm-flags.txt"), "jvm-flags.txt")) {
            return new String(stream.readAllBytes(), UTF_8).strip().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same, with an archive of the loaded classes that the first run writes and the next ones read, which halves the start. The path is
     * that of a file in a folder that may be written; it may not have blanks.
     */
    public static List<String> jvmFlags(String archive) {
        return Stream.concat(
                        jvmFlags().stream(),
                        Stream.of(
                                "-XX:+AutoCreateSharedArchive",
                                "-XX:SharedArchiveFile=" + archive,
                                "-Xlog:cds=off",
                                "-Xlog:cds+dynamic=off"))
                .toList();
    }
}
