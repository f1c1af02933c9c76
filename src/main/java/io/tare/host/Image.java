package io.tare.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tare's own image: Debian 13 with every server and client that the workloads run, made by mmdebstrap from Debian packages, without an image
 * registry. It is kept in {@link #CACHE}, named by the hash of what defines it.
 */
public final class Image {
    /** Where images are kept between runs. */
    public static final Path CACHE = Path.of("/var/cache/tare");

    /** What making an image takes on the disk, in bytes. */
    private static final long ROOM = 2L << 30;

    private static final String SUITE = "trixie";

    private final String packages = resource("image-packages.txt");
    private final String trim = resource("image-trim.sh");
    private final String hash = hash(SUITE + packages + trim + System.getProperty("os.arch"));

    /** The name and tag it has in an Engine. */
    public String reference() {
        return "tare/image:" + hash;
    }

    /** Whether it was made on this machine already. */
    public boolean made() {
        return Files.exists(tar());
    }

    /** Makes it where it was not made yet; takes about 40 s. One process at a time does; others wait. {@code says} takes a line for each step. */
    public Path make(Consumer<String> says) {
        if (made()) {
            return tar();
        }
        try {
            Files.createDirectories(CACHE);
            requireRoom();
            try (FileChannel lock = lockFile();
                    FileLock held = lock.lock()) {
                Objects.requireNonNull(held, "lock");
                if (!made()) {
                    says.accept("making the container image from Debian packages (once, about 40 s)");
                    bootstrap();
                }
            }
            return tar();
        } catch (IOException e) {
            throw new HostException(
                    "The image cannot be kept in %s: %s. Make room there (1 GiB) or run as root."
                            .formatted(CACHE, e.getMessage()),
                    e);
        }
    }

    /** Puts it into an Engine that does not have it yet. */
    public void into(Engine engine) {
        if (engine.imageId(reference()).isPresent()) {
            return;
        }
        try (InputStream tar = Files.newInputStream(tar())) {
            engine.load(tar);
        } catch (IOException e) {
            throw new HostException("The image %s cannot be read: %s".formatted(tar(), e.getMessage()), e);
        }
    }

    /** Removes what a killed Tare left of images half made, and those made as well where {@code all} says so. Answers what was removed. */
    public static List<String> discardUnfinished(boolean all) {
        if (!Files.isDirectory(CACHE)) {
            return List.of();
        }
        List<String> removed = new ArrayList<>();
        try (FileChannel channel = lockFile();
                FileLock lock = channel.tryLock();
                Stream<Path> entries = Files.list(CACHE)) {
            if (lock == null) {
                return List.of(); // one is being made at this moment
            }
            for (Path path : entries.sorted().toList()) {
                String name = Objects.requireNonNull(path.getFileName()).toString();
                if (name.startsWith("making-") || (all && name.startsWith("image-"))) {
                    delete(path);
                    removed.add(path.toString());
                }
            }
        } catch (IOException e) {
            throw new HostException("%s cannot be cleared: %s. Run as root.".formatted(CACHE, e.getMessage()), e);
        }
        return removed;
    }

    private static void requireRoom() throws IOException {
        long free = Files.getFileStore(CACHE).getUsableSpace();
        if (free < ROOM) {
            throw new HostException(
                    "The container image cannot be made: %s has %.1f GiB of room, and making it takes %.0f. Make room there."
                            .formatted(CACHE, free / (double) (1 << 30), ROOM / (double) (1 << 30)));
        }
    }

    private static FileChannel lockFile() throws IOException {
        return FileChannel.open(CACHE.resolve("image.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Path tar() {
        return CACHE.resolve("image-" + hash + ".tar");
    }

    private void bootstrap() throws IOException {
        Path work = Files.createTempDirectory(CACHE, "making-");
        try {
            Path script = Files.writeString(work.resolve("trim.sh"), trim);
            Path rootFileSystem = work.resolve("rootfs.tar");
            List<String> command = new ArrayList<>(List.of(
                    "setsid", // in a session of its own: it ends its whole process group when it fails
                    "--wait",
                    "mmdebstrap",
                    "--quiet",
                    "--variant=minbase",
                    "--aptopt=APT::Install-Recommends \"false\"",
                    "--dpkgopt=path-exclude=/usr/share/doc/*",
                    "--dpkgopt=path-exclude=/usr/share/locale/*",
                    // some packages put links to their manual pages there and fail without the folder
                    "--essential-hook=mkdir -p \"$1/usr/share/man/man1\" \"$1/usr/share/man/man7\"",
                    "--customize-hook=sh '" + script + "' \"$1\"",
                    "--include=" + String.join(",", packages.strip().split("\\s+")),
                    SUITE,
                    rootFileSystem.toString()));
            command.addAll(mirror());
            ExecResult result = LocalCommand.run(Duration.ofMinutes(15), command);
            if (result.exitCode() != 0) {
                throw new HostException(
                        "mmdebstrap could not make the image (exit code %d). Are the Debian package servers reachable ('apt-get update'), and is there 2 GiB of room? Its last words:%n%s"
                                .formatted(result.exitCode(), lastLines(result.stderr())));
            }
            Path unfinished = work.resolve("image.tar");
            new ImageArchive(rootFileSystem, reference()).writeTo(unfinished);
            Files.move(unfinished, tar(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    /** The package source this machine itself uses, for Debian 13; nothing where it has none: mmdebstrap then takes Debian's own. */
    private static List<String> mirror() {
        ExecResult sources = LocalCommand.run(
                Duration.ofSeconds(20),
                List.of("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)", "Created-By: Packages"));
        if (sources.exitCode() != 0) {
            return List.of();
        }
        return sources.stdout()
                .lines()
                .map(line -> line.split(" "))
                .filter(p -> p.length == 2 && p[0].endsWith("/debian") && !p[1].contains("-"))
                .map(p -> "deb %s %s main".formatted(p[0], SUITE))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Image.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
