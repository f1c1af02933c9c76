package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image of the user's, as a study names it. */
class UserImageTest {
    @TempDir
    private Path folder;

    @Test
    void anArchiveIsLoadedIntoEveryHostAndKnownByTheNameItBrings() throws IOException {
        Path archive = archive("manifest.json", "[{\"RepoTags\":[\"shop/cache:7\"],\"Layers\":[]}]");
        FakeHost one = FakeHost.in(folder, "h1", "10.0.0.1");
        FakeHost other = FakeHost.in(folder, "h2", "10.0.0.2");
        assertThat(new UserImage(archive.toString()).into(List.of(one, other))).isEqualTo("shop/cache:7");
        assertThat(one.engine().calls()).contains("load");
        assertThat(other.engine().calls()).contains("load");
    }

    @Test
    void anImageThatTheHostsHaveIsUsedAsItIs() {
        FakeHost host = FakeHost.in(folder, "h1", "10.0.0.1");
        assertThat(new UserImage("shop/cache:7").into(List.of(host))).isEqualTo("shop/cache:7");
        assertThat(host.engine().calls()).doesNotContain("load");
    }

    @Test
    void whatIsNoArchiveIsRefusedWithTheWayOut() throws IOException {
        Path text = Files.writeString(folder.resolve("image.tar"), "not a tar archive at all");
        Path other = archive("etc/passwd", "root");
        Path nameless = archive("manifest.json", "[{\"RepoTags\":null,\"Layers\":[]}]");
        for (Path wrong : List.of(text, other, nameless)) {
            assertThatThrownBy(() -> UserImage.reference(wrong))
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("docker save");
        }
    }

    private Path archive(String name, String content) throws IOException {
        Path archive = Files.createTempFile(folder, "image", ".tar");
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
        return archive;
    }
}
