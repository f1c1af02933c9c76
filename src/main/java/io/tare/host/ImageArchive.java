package io.tare.host;

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
import java.util.Map;
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

    void writeTo(Path archive) throws IOException {
        JsonMapper json = JsonMapper.shared();
        String layer = "sha256:" + sha256(rootFileSystem);
        byte[] config = json.writeValueAsBytes(Map.of(
                "architecture",
                architecture(),
                "os",
                "linux",
                "created",
                CREATED,
                "config",
                Map.of("Env", List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")),
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of(layer)),
                "history",
                List.of(Map.of("created", CREATED, "created_by", "mmdebstrap"))));
        byte[] manifest = json.writeValueAsBytes(List.of(
                Map.of("Config", "config.json", "RepoTags", List.of(reference), "Layers", List.of("layer.tar"))));
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
