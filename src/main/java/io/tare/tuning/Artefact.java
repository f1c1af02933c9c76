package io.tare.tuning;

import io.tare.study.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A tuning as files that make it permanent on a host of Debian's kind, without Tare: {@code install}, {@code remove}, a README, and below {@code files} what is installed.
 *
 * @param name of letters, digits, dots and dashes; the files are called so
 * @param knobs each of the tuning's, by its name
 */
public record Artefact(String name, Map<String, Export> knobs) {
    public Artefact {
        Objects.requireNonNull(name, "name is null");
        knobs = new LinkedHashMap<>(knobs);
    }

    /** That of a tuning or a combination. */
    public static Artefact of(String name, Choice tuning) {
        Map<String, Export> knobs = new LinkedHashMap<>();
        Part.of(tuning).forEach(part -> knobs.merge(part.name(), part.tuning().export(part.given()), Export::and));
        return new Artefact(name, knobs);
    }

    /** What of it cannot be exported, and why: one sentence each. */
    public List<String> without() {
        return knobs.entrySet().stream()
                .flatMap(knob -> knob.getValue().not().stream().map(why -> knob.getKey() + ": " + why))
                .toList();
    }

    /** Whether anything can be. */
    public boolean holdsAnything() {
        return !all().parameters().isEmpty() || !all().commands().isEmpty();
    }

    /** Writes it into a folder that is not there or empty; {@link UncheckedIOException}. */
    public void into(Path folder) {
        files().forEach((path, text) -> write(folder.resolve(path), text));
    }

    /** Its files, by their path within the folder. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>(installed());
        files.put("README.md", new ArtefactReadme(this).text());
        files.put("install", filled("install.bash"));
        files.put("remove", filled("remove.bash"));
        return files;
    }

    /** Those that are installed, below {@code files}. */
    Map<String, String> installed() {
        Map<String, String> files = new LinkedHashMap<>();
        if (!all().parameters().isEmpty()) {
            files.put("files/etc/sysctl.d/90-tare-%s.conf".formatted(name), sysctls());
        }
        files.put("files/usr/local/lib/tare-tuning/%s/set".formatted(name), filled("set.bash"));
        files.put("files/etc/systemd/system/tare-%s.service".formatted(name), filled("boot.service"));
        if (!all().commands().isEmpty()) {
            files.put("files/etc/udev/rules.d/90-tare-%s.rules".formatted(name), filled("devices.rules"));
        }
        if (all().containers()) {
            files.put(
                    "files/etc/systemd/system/tare-%s-containers.service".formatted(name),
                    filled("containers.service"));
        }
        return files;
    }

    Export all() {
        return knobs.values().stream().reduce(Export::and).orElseThrow();
    }

    private String units() {
        String boot = "tare-%s.service".formatted(name);
        return all().containers() ? boot + " tare-%s-containers.service".formatted(name) : boot;
    }

    private String sysctls() {
        return all().parameters().stream()
                .map(line -> "# %s\n%s\n".formatted(line.meaning(), line.text()))
                .collect(Collectors.joining("", "# The tuning '%s' of Tare's\n".formatted(name), ""));
    }

    private String script() {
        List<String> parameters = all().parameters().stream()
                .map(line -> line.text().split(" = ", 2))
                .map(pair -> "parameter %s '%s'".formatted(pair[0], pair[1]))
                .toList();
        List<String> commands = all().commands().stream().map(Export.Line::text).toList();
        return Stream.concat(parameters.stream(), commands.stream())
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    private String filled(String resource) {
        try (InputStream stream =
                Objects.requireNonNull(Artefact.class.getResourceAsStream("export/" + resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@NAME@", name)
                    .replace("@UNITS@", units())
                    .replace("@KNOBS@", script());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(text.startsWith("#!") ? "rwxr-xr-x" : "rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
