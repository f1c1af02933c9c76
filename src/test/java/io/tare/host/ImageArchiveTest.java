package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {
    @Test
    void theArchiveIsWhatDockerLoads(@TempDir Path folder) throws Exception {
        byte[] layer = "the root file system".getBytes(StandardCharsets.UTF_8);
        Path rootFileSystem = Files.write(folder.resolve("rootfs.tar"), layer);
        Path archive = folder.resolve("image.tar");
        new ImageArchive(rootFileSystem, "tare/image:1a2b").writeTo(archive);

        Map<String, byte[]> entries = entries(archive);
        assertThat(entries.keySet()).containsExactly("manifest.json", "config.json", "layer.tar");
        assertThat(entries.get("layer.tar")).isEqualTo(layer);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(layer));
        assertThat(text(entries, "manifest.json"))
                .isEqualTo(
                        "[{\"Config\":\"config.json\",\"RepoTags\":[\"tare/image:1a2b\"],\"Layers\":[\"layer.tar\"]}]");
        // The image id is the hash of exactly these bytes: the same on every host, in every process.
        assertThat(text(entries, "config.json").replaceFirst("\"(amd64|arm64)\"", "\"CPU\""))
                .isEqualTo("{\"architecture\":\"CPU\",\"os\":\"linux\",\"created\":\"1970-01-01T00:00:00Z\","
                        + "\"config\":{\"Env\":[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"]},"
                        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + digest + "\"]},"
                        + "\"history\":[{\"created\":\"1970-01-01T00:00:00Z\",\"created_by\":\"mmdebstrap\"}]}");
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> entries(Path archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), tar.readAllBytes());
            }
        }
        return entries;
    }
}
