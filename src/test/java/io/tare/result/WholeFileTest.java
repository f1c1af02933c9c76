package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsMadeAndReplaced() throws IOException {
        Path file = folder.resolve("run.json");
        assertThat(WholeFile.replace(file, out -> out.write("µ")))
                .isEqualTo(file)
                .hasContent("µ");
        WholeFile.replace(file, out -> out.write("later"));
        assertThat(file).hasContent("later");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whereWritingFailsTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        assertThatThrownBy(() -> WholeFile.replace(file, out -> {
                    out.write("half");
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
