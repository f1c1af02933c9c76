package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    Path folder;

    @Test
    void theSameFolderGivesTheSameFilesByteForByte() throws IOException {
        SyntheticRun.usual().write(folder.resolve("run"));
        Reports first = Reports.write(RecordedRun.read(folder.resolve("run")));
        byte[] html = Files.readAllBytes(first.html());
        byte[] markdown = Files.readAllBytes(first.markdown());
        byte[] samples = Files.readAllBytes(first.samples());
        byte[] latency = Files.readAllBytes(first.latency().orElseThrow());
        SyntheticRun.usual().write(folder.resolve("copy"));
        Reports second = Reports.write(RecordedRun.read(folder.resolve("copy")));
        assertThat(second.html()).hasBinaryContent(html);
        assertThat(second.markdown()).hasBinaryContent(markdown);
        assertThat(second.samples()).hasBinaryContent(samples);
        assertThat(second.latency().orElseThrow()).hasBinaryContent(latency);
    }
}
