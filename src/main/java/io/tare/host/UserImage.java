package io.tare.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image of the user's that a study runs instead of Tare's own: an archive that {@code docker save} wrote, or the name of one that the
 * hosts or this machine's own Engine have. No registry is asked.
 *
 * @param given as the study names it
 */
public record UserImage(String given) {
    private static final String LOCAL_ENGINE = "unix:///var/run/docker.sock";

    /** Puts it into every Engine that does not have it, and answers the name it has there. */
    public String into(List<? extends Host> hosts) {
        Path archive = Path.of(given);
        if (Files.isRegularFile(archive)) {
            String reference = reference(archive);
            hosts.forEach(host -> load(archive, host.engine()));
            return reference;
        }
        List<? extends Host> without =
                hosts.stream().filter(h -> h.engine().imageId(given).isEmpty()).toList();
        if (!without.isEmpty()) {
            copyTo(without);
        }
        return given;
    }

    private void copyTo(List<? extends Host> hosts) {
        EngineConnection local = local();
        try {
            for (Host host : hosts) {
                try (InputStream saved = local.docker().saveImageCmd(given).exec()) {
                    host.engine().load(saved);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw unknown("this machine's own Engine does not give it: " + EngineConnection.words(e), e);
        } finally {
            local.close();
        }
    }

    private EngineConnection local() {
        try {
            return EngineConnection.to(LOCAL_ENGINE);
        } catch (HostException none) {
            throw unknown("no file has that name, and this machine has no Engine of its own to take it from", none);
        }
    }

    private HostException unknown(String why, Exception cause) {
        return new HostException(
                "The study's image '%s' is not there: %s. Write it to a file where it is ('docker save %s > image.tar') and name that in the study: image: image.tar"
                        .formatted(given, why, given),
                cause);
    }

    private static void load(Path archive, Engine engine) {
        try (InputStream stream = Files.newInputStream(archive)) {
            engine.load(stream);
        } catch (IOException e) {
            throw new HostException("The image %s cannot be read: %s".formatted(archive, e.getMessage()), e);
        }
    }

    /** The first name that an archive gives its image. */
    static String reference(Path archive) {
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    return tag(tar.readAllBytes())
                            .orElseThrow(() -> new HostException(
                                    "The image in %s has no name; save it with one: docker save NAME:TAG > %s"
                                            .formatted(archive, archive.getFileName())));
                }
            }
            throw new HostException(
                    "%s is no image archive: it has no manifest.json. 'docker save' writes one.".formatted(archive));
        } catch (IOException | JacksonException e) {
            throw new HostException(
                    "%s is no image archive: %s. 'docker save' writes one.".formatted(archive, e.getMessage()), e);
        }
    }

    private static Optional<String> tag(byte[] manifest) {
        JsonNode tag = JsonMapper.shared().readTree(manifest).at("/0/RepoTags/0");
        return tag.isString() ? Optional.of(tag.asString()) : Optional.empty();
    }
}
