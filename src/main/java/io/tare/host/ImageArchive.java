package io.tare.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A root file system as an archive that {@code docker load} takes (the Docker image specification v1.2: {@code manifest.json}, a
 * configuration and one layer). Loaded, it has the same image id on every host, which an import has not.
 */
record ImageArchive(Path rootFileSystem, String reference) {
    /** When the image says it was made: always the same, so that the image id depends on the contents alone. */
    private static final String CREATED = "1970-01-01T00:00:00Z";

    /** Records, whose fields have an order: the image id is the hash of these bytes. Names are the specification's. */
    @JsonPropertyOrder({"architecture", "os", "created", "config", "rootfs", "history"})
    private record Config(
            String architecture, String os, String created, Settings config, Layers rootfs, List<Step> history) {}

    private record Settings(@JsonProperty("Env") List<String> env) {}

    @JsonPropertyOrder({"type", "diff_ids"})
    private record Layers(
            String type, @JsonProperty("diff_ids") List<String> diffIds) {}

    @JsonPropertyOrder({"created", "created_by"})
    private record Step(
            String created, @JsonProperty("created_by") String createdBy) {}

    @JsonPropertyOrder({"Config", "RepoTags", "Layers"})
    private record Contents(
            @JsonProperty("Config") String config,
            @JsonProperty("RepoTags") List<String> tags,
            @JsonProperty("Layers") List<String> layers) {}

    void writeTo(Path archive) throws IOException {
        JsonMapper json = JsonMapper.shared();
        String layer = "sha256:" + sha256(rootFileSystem);
        byte[] config = json.writeValueAsBytes(new Config(
                architecture(),
                "linux",
                CREATED,
                new Settings(List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")),
                new Layers("layers", List.of(layer)),
                List.of(new Step(CREATED, "mmdebstrap"))));
        byte[] manifest =
                json.writeValueAsBytes(List.of(new Contents("config.json", List.of(reference), List.of("layer.tar"))));
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 20);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            put(tar, "manifest.json", manifest);
            put(tar, "config.json", config);
            TarArchiveEntry entry = new TarArchiveEntry("layer.tar");
            entry.setSize(Files.size(rootFileSystem));
            tar.putArchiveEntry(entry);
            Files.copy(rootFileSystem, tar);
            tar.closeArchiveEntry();
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static String architecture() {
        String jvm = System.getProperty("os.arch");
        return switch (jvm) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> jvm;
        };
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
