package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tare.result.RecordedRun;
import io.tare.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndNothingIsLeftHalfDone() throws IOException {
        Path run = folder.resolve("run");
        SyntheticRun.of(List.of("host"), List.of("iperf3-tcp"), 6).write(run);
        Files.createDirectories(run.resolve("report.html/in-the-way"));
        assertThatThrownBy(() -> Reports.write(RecordedRun.read(run)))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("report.html cannot be written")
                .hasMessageContaining("tare report " + run);
        assertThat(run.resolve("report.md")).doesNotExist();
    }
}
