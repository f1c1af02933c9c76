package io.tare.workload;

import io.tare.host.ContainerFile;
import io.tare.load.LoadCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars that the load generators run on, found on this process's own class path. */
final class GeneratorJars {
    private static final String ARCHIVE = "/tmp/tare-load.jsa";
    private static final String FOLDER = "/opt/tare/";
    private static final List<String> LIBRARIES = List.of("netty-", "HdrHistogram-", "picocli-", "jspecify-");

    private GeneratorJars() {}

    /** The generators' own classes and their libraries, in {@code /opt/tare}. */
    static List<ContainerFile> files() {
        try {
            List<ContainerFile> files = new ArrayList<>();
            Path own = Path.of(LoadCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            files.add(ContainerFile.of(
                    FOLDER + "tare.jar", Files.isDirectory(own) ? packed(own) : Files.readAllBytes(own)));
            for (Path jar : libraries(own)) {
                files.add(ContainerFile.of(FOLDER + jar.getFileName(), Files.readAllBytes(jar)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Tare's own jars cannot be read: " + e.getMessage(), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Tare runs from no file", e);
        }
    }

    /** The script that starts them. Loaded classes are kept in the container, so that only the first start loads them anew. */
    static String launcher() {
        return """
                #!/bin/sh
                exec java %s -cp '%s*' io.tare.load.Load "$@"
                """.formatted(String.join(" ", LoadCommand.jvmFlags(ARCHIVE)), FOLDER);
    }

    private static List<Path> libraries(Path own) throws IOException {
        List<Path> candidates = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(Path::of)
                        .toList());
        if (!Files.isDirectory(own)) {
            candidates.addAll(named(own));
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .filter(jar -> LIBRARIES.stream()
                        .anyMatch(Objects.requireNonNull(jar.getFileName()).toString()::startsWith))
                .distinct()
                .toList();
    }

    /** The jars that a jar's manifest names beside it. */
    private static List<Path> named(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return classPath == null
                    ? List.of()
                    : Arrays.stream(classPath.split(" "))
                            .filter(entry -> !entry.isEmpty())
                            .map(entry -> Path.of(jar.toUri().resolve(URI.create(entry))))
                            .toList();
        }
    }

    /** A jar of the generators' classes, where Tare runs from a folder of classes. */
    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes.resolve("io/tare/load"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
