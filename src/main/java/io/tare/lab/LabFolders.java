package io.tare.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a lab lives on the disk: sockets and state below {@code /run}, the Engines' data below {@code /var/lib}. */
record LabFolders(String lab) {
    static final Path RUNTIME = Path.of("/run/tare/labs");
    static final Path DATA = Path.of("/var/lib/tare/labs");

    LabFolders {
        Objects.requireNonNull(lab, "lab is null");
        if (!fits(lab)) {
            throw new LabException(
                    "A lab's name has lower-case letters, digits and dashes, 31 at most; '%s' does not fit."
                            .formatted(lab));
        }
    }

    static boolean fits(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,30}");
    }

    /** The labs that left anything on this machine. */
    static List<String> known() {
        return Stream.of(RUNTIME, DATA)
                .flatMap(LabFolders::names)
                .distinct()
                .sorted()
                .toList();
    }

    Path runtime() {
        return RUNTIME.resolve(lab);
    }

    Path data() {
        return DATA.resolve(lab);
    }

    /** What stands there of the lab: its specification and hosts. */
    Path state() {
        return data().resolve("lab.json");
    }

    Path host(String name) {
        return data().resolve(name);
    }

    Path socket(String host) {
        return runtime().resolve(host).resolve("docker.sock");
    }

    Path journal(String host) {
        return data().resolve(host + ".journal");
    }

    Path lock() {
        return Path.of("/run/tare/" + lab + ".lock");
    }

    private static Stream<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(p -> p.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new LabException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
