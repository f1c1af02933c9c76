package io.tare.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Tare's own image: Debian 13 with every server and client that the workloads run, made from Debian packages, without an image registry.
 * It is kept in the {@link Cache}, named by the hash of what defines it.
 */
public final class Image {
    /** What making an image takes on the disk, in bytes. */
    private static final long ROOM = 2L << 30;

    private final String packages = resource("image-packages.txt");
    private final String trim = resource("image-trim.sh");
    private final String hash =
            Cache.hash(DebianRoot.SUITE, packages, trim, Objects.requireNonNull(System.getProperty("os.arch")));
    private final String file = "image-" + hash + ".tar";
    private final Path tar = Cache.of(file);

    /** The name and tag it has in an Engine. */
    public String reference() {
        return "tare/image:" + hash;
    }

    /** Whether it was made on this machine already. */
    public boolean made() {
        return Files.exists(tar);
    }

    /** Makes it where it was not made yet; takes about 40 s. One process at a time does; others wait. {@code says} takes a line for each step. */
    public Path make(Consumer<String> says) {
        return Cache.made(file, "the container image", ROOM, work -> {
            says.accept("making the container image from Debian packages (once, about 40 s)");
            return bootstrap(work);
        });
    }

    /** Puts it into an Engine that does not have it yet. */
    public void into(Engine engine) {
        if (engine.imageId(reference()).isPresent()) {
            return;
        }
        try (InputStream stream = Files.newInputStream(tar)) {
            engine.load(stream);
        } catch (IOException e) {
            throw new HostException("The image %s cannot be read: %s".formatted(tar, e.getMessage()), e);
        }
    }

    private Path bootstrap(Path work) throws IOException {
        Path script = Files.writeString(work.resolve("trim.sh"), trim);
        Path rootFileSystem = work.resolve("rootfs.tar");
        new DebianRoot(packages, script).into(rootFileSystem, "2 GiB");
        Path archive = work.resolve("image.tar");
        new ImageArchive(rootFileSystem, reference()).writeTo(archive);
        return archive;
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Image.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
