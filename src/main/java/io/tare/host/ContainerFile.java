package io.tare.host;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file to be put into a container, owned by root. Missing folders on its way are made. */
public final class ContainerFile {
    private static final int READABLE = 0644;
    private static final int EXECUTABLE = 0755;

    private final String path;
    private final byte[] content;
    private final int mode;

    private ContainerFile(String path, byte[] content, int mode) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("'%s' is no absolute path".formatted(path));
        }
        this.path = path;
        this.content = content;
        this.mode = mode;
    }

    /** Bytes that everyone may read. */
    public static ContainerFile of(String path, byte[] content) {
        return new ContainerFile(path, content.clone(), READABLE);
    }

    /** Text in UTF-8 that everyone may read. */
    public static ContainerFile text(String path, String content) {
        return of(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Texts by their paths. */
    public static List<ContainerFile> texts(Map<String, String> contents) {
        return contents.entrySet().stream()
                .map(file -> text(file.getKey(), file.getValue()))
                .toList();
    }

    /** A program that everyone may run. */
    public static ContainerFile program(String path, byte[] content) {
        return new ContainerFile(path, content.clone(), EXECUTABLE);
    }

    /** Where it stands in the container: absolute. */
    public String path() {
        return path;
    }

    byte[] content() {
        return content;
    }

    int mode() {
        return mode;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContainerFile file
                && path.equals(file.path)
                && mode == file.mode
                && java.util.Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, mode, java.util.Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "%s (%d bytes, mode %o)".formatted(path, content.length, mode);
    }
}
