package io.tare.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;

/** Sizes, times and identities of files: the same as long as nobody has written to one or put another in its place. A missing file has a stamp too. */
record Stamp(String text) {
    static final Stamp NONE = new Stamp("");

    static Stamp of(Path folder, List<String> names) {
        return new Stamp(names.stream().map(folder::resolve).map(Stamp::file).collect(Collectors.joining(" ")));
    }

    private static String file(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return "%d %s %s".formatted(file.size(), file.lastModifiedTime(), file.fileKey());
        } catch (IOException _) {
            return "-";
        }
    }
}
