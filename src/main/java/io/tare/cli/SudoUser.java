package io.tare.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Gives what a command run by sudo wrote to whoever ran it, so that the user can read, move and delete it. */
final class SudoUser {
    private SudoUser() {}

    /** Hands over a folder with all in it, and its parent; does nothing without sudo. */
    static void owns(Path folder) {
        String user = System.getenv("SUDO_UID");
        String group = System.getenv("SUDO_GID");
        if (user == null || group == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            for (Path path : Stream.concat(all, Stream.ofNullable(parent).filter(p -> p.endsWith("runs")))
                    .toList()) {
                Files.setAttribute(path, "unix:uid", Integer.parseInt(user));
                Files.setAttribute(path, "unix:gid", Integer.parseInt(group));
            }
        } catch (IOException | UncheckedIOException | NumberFormatException _) {
            // the files are there, if as root's
        }
    }
}
