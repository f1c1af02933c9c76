package io.tare.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What takes long to make and is kept between runs, in one folder of the machine that Tare runs on. A thing is made in a folder of its own and
 * moved to its name when it is whole, by one process at a time.
 */
public final class Cache {
    /** Where it is kept. */
    public static final Path FOLDER = Path.of("/var/cache/tare");

    private static final String UNFINISHED = "making-";
    private static final String LOCK = "image.lock";

    private Cache() {}

    /** Makes a thing in an empty folder, which is removed afterwards, and answers the file that is to be kept. */
    public interface Maker {
        Path make(Path work) throws IOException;
    }

    /** Where a thing of that name is, or will be. */
    public static Path of(String name) {
        return FOLDER.resolve(name);
    }

    /**
     * The thing of that name, made where it is not there. Another process that makes something is waited for.
     *
     * @param what it is, in words, for errors: {@code the container image}
     * @param room that making it takes on the disk, in bytes
     */
    public static Path made(String name, String what, long room, Maker maker) {
        Path kept = of(name);
        if (Files.exists(kept)) {
            return kept;
        }
        try {
            Files.createDirectories(FOLDER);
            requireRoom(what, room);
            try (FileChannel channel = lockFile();
                    FileLock lock = channel.lock()) {
                Objects.requireNonNull(lock, "lock");
                if (!Files.exists(kept)) {
                    make(kept, maker);
                }
            }
            return kept;
        } catch (IOException e) {
            throw new HostException(
                    "%s cannot be kept in %s: %s. Make room there (%.0f GiB) or run as root."
                            .formatted(sentence(what), FOLDER, e.getMessage(), room / (double) (1 << 30)),
                    e);
        }
    }

    /** Removes what a killed Tare left half made, and what was made as well where {@code all} says so. Answers what was removed. */
    public static List<String> discardUnfinished(boolean all) {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        List<String> removed = new ArrayList<>();
        try (FileChannel channel = lockFile();
                FileLock lock = channel.tryLock();
                Stream<Path> entries = Files.list(FOLDER)) {
            if (lock == null) {
                return List.of(); // something is being made at this moment
            }
            for (Path path : entries.sorted().toList()) {
                String name = Objects.requireNonNull(path.getFileName()).toString();
                if (name.startsWith(UNFINISHED) || (all && !name.equals(LOCK))) {
                    delete(path);
                    removed.add(path.toString());
                }
            }
        } catch (IOException e) {
            throw new HostException("%s cannot be cleared: %s. Run as root.".formatted(FOLDER, e.getMessage()), e);
        }
        return removed;
    }

    /** Twelve hexadecimal digits that stand for these texts, for the name of what they define. */
    public static String hash(String... texts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("", texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path kept, Maker maker) throws IOException {
        Path work = Files.createTempDirectory(FOLDER, UNFINISHED);
        try {
            Files.move(maker.make(work), kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private static void requireRoom(String what, long room) throws IOException {
        long free = Files.getFileStore(FOLDER).getUsableSpace();
        if (free < room) {
            throw new HostException(
                    "%s cannot be made: %s has %.1f GiB of room, and making it takes %.0f. Make room there."
                            .formatted(sentence(what), FOLDER, free / (double) (1 << 30), room / (double) (1 << 30)));
        }
    }

    private static FileChannel lockFile() throws IOException {
        return FileChannel.open(FOLDER.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String sentence(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }
}
