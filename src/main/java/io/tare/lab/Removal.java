package io.tare.lab;

import io.tare.host.Uninterrupted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Ends a lab of any kind: its first processes by their recorded ids, then what the kernel does not take away with them. */
record Removal(LabFolders folders) {
    /** An interrupt waits until all is gone. Answers whether there was anything. */
    boolean all() {
        return Uninterrupted.call(this::remove);
    }

    private boolean remove() {
        boolean any = Files.exists(folders.data()) || Files.exists(folders.runtime());
        List<String> kept = hostFolders();
        kept.forEach(h -> HostLaunch.identity(folders, h).ifPresent(HostProcess::kill));
        Cgroups cgroups = new Cgroups();
        Stream.concat(kept.stream(), cgroups.hosts(folders.lab()).stream())
                .distinct()
                .forEach(h -> cgroups.remove(folders.lab(), h));
        kept.parallelStream().forEach(h -> delete(folders.host(h)));
        delete(folders.runtime());
        delete(folders.data());
        return any;
    }

    private List<String> hostFolders() {
        if (!Files.isDirectory(folders.data())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folders.data())) {
            return entries.filter(Files::isDirectory)
                    .map(p -> Objects.requireNonNull(p.getFileName()).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LabException("%s cannot be removed: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
