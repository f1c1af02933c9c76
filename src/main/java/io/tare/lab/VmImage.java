package io.tare.lab;

import io.tare.host.Cache;
import io.tare.host.DebianRoot;
import io.tare.host.Image;
import io.tare.host.LocalCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a lab's virtual machines boot: a disk with Debian 13, openvswitch and an Engine that has Tare's container image, its kernel and an
 * initial RAM disk. It is never written to; each machine has a copy-on-write disk on it.
 */
record VmImage(Path folder) {
    private static final List<String> SCRIPTS = List.of("vm-root.sh", "vm-init.sh", "vm-initrd.sh", "vm-load.sh");
    /** What making it takes on the disk, in bytes. */
    private static final long ROOM = 5L << 30;
    /** The size that a machine sees, most of it empty. */
    private static final String DISK = "16G";

    /** Makes it where it was not made yet; takes about a minute. {@code says} takes a line for each step. */
    static VmImage made(Consumer<String> says) {
        Path containers = new Image().make(says);
        return new VmImage(Cache.made(name(), "the virtual machines' disk", ROOM, work -> {
            says.accept("making the virtual machines' disk from Debian packages (once, about a minute)");
            return bootstrap(work, containers);
        }));
    }

    /** The one that was made on this machine already. */
    static Optional<VmImage> known() {
        Path folder = Cache.of(name());
        return Files.exists(folder) ? Optional.of(new VmImage(folder)) : Optional.empty();
    }

    private static String name() {
        StringBuilder defined =
                new StringBuilder(DebianRoot.SUITE + DISK + new Image().reference() + resource("vm-packages.txt"));
        SCRIPTS.forEach(script -> defined.append(resource(script)));
        return "vm-" + Cache.hash(defined.toString());
    }

    Path disk() {
        return folder.resolve("disk.raw");
    }

    Path kernel() {
        return folder.resolve("kernel");
    }

    Path ramDisk() {
        return folder.resolve("initrd");
    }

    private static Path bootstrap(Path work, Path containers) throws IOException {
        for (String script : SCRIPTS) {
            Files.writeString(work.resolve(script), resource(script));
        }
        Path archive = work.resolve("root.tar");
        new DebianRoot(resource("vm-packages.txt"), work.resolve("vm-root.sh")).into(archive, "5 GiB");
        Path root = Files.createDirectory(work.resolve("root"));
        run("tar", "--extract", "--numeric-owner", "--file", archive.toString(), "--directory", root.toString());
        load(work.resolve("vm-load.sh"), root, containers);
        VmImage image = new VmImage(Files.createDirectory(work.resolve("image")));
        Files.move(root.resolve("boot/kernel"), image.kernel());
        Files.move(root.resolve("boot/initrd"), image.ramDisk());
        run(
                "mke2fs",
                "-q",
                "-t",
                "ext4",
                "-m",
                "0",
                "-N",
                "400000",
                // nothing is left for the machines to do at their first mount
                "-E",
                "lazy_itable_init=0,lazy_journal_init=0,nodiscard",
                "-d",
                root.toString(),
                image.disk().toString(),
                DISK);
        return image.folder();
    }

    /** With namespaces that end with this process, however it ends. */
    private static void load(Path script, Path root, Path containers) {
        run(
                "setpriv",
                "--pdeathsig",
                "KILL",
                "unshare",
                "--mount",
                "--net",
                "--pid",
                "--fork",
                "--kill-child",
                "--propagation",
                "private",
                "sh",
                script.toString(),
                root.toString(),
                containers.toString());
    }

    private static void run(String... command) {
        List<String> words = List.of(command);
        LocalCommand.run(Duration.ofMinutes(5), words).require(words, "this machine");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(VmImage.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
