package io.tare.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder whose entries are known by their names alone. What a name leads to out of the folder, by a symbolic link or by dots, is not there.
 *
 * @param fits which entries count
 */
record NamedFolder(Path folder, Predicate<Path> fits) {
    /** Its entries in the order of their names; none where the folder is missing. */
    List<Path> entries() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(entry -> fits.test(entry) && inside(folder, entry))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** The entry of that name; {@link Refusal} where there is none. */
    Path named(String name) {
        return find(name).orElseThrow(() -> Refusal.notFound("There is no '%s' here.".formatted(name)));
    }

    Optional<Path> find(String name) {
        try {
            Path entry = folder.resolve(name);
            return entry.getNameCount() == folder.getNameCount() + 1
                            && name.equals(String.valueOf(entry.getFileName()))
                            && folder.equals(entry.getParent())
                            && fits.test(entry)
                            && inside(folder, entry)
                    ? Optional.of(entry)
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Whether what stands at the path is below the folder when all links are followed. */
    static boolean inside(Path folder, Path path) {
        try {
            Path real = path.toRealPath();
            Path above = folder.toRealPath();
            return real.startsWith(above) && !real.equals(above);
        } catch (IOException _) {
            return false;
        }
    }
}
