package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.study.Better;
import io.tare.study.Cell;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
    /** Some 40 MB, which several CPUs share in a hundred stretches. */
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    @Test
    void ofManyLinesTheBrokenOneIsNamedAndAllOthersAreReadInOrder() throws IOException {
        int broken = MANY / 2;
        Path file = folder.resolve("samples.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int trial = 1; trial <= MANY; trial++) {
                byte[] line = line(trial, "").getBytes(StandardCharsets.UTF_8);
                out.write(line, 0, trial == broken ? line.length / 2 : line.length);
                out.write('\n');
            }
        }
        SampleFile read = SampleFile.read(file, Files.size(file), MetricKinds.EMPTY);
        assertThat(read.damage())
                .singleElement()
                .asString()
                .startsWith("samples.jsonl line %d cannot be read and is left out (".formatted(broken));
        assertThat(read.samples().stream().mapToInt(Sample::trial))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MANY)
                        .filter(trial -> trial != broken)
                        .boxed()
                        .toList());
    }

    @Test
    void linesLongerThanAStretchAreReadWhole() throws IOException {
        String text = "x".repeat(2_500_000);
        SampleFile read = read(line(1, text), line(2, ""), line(3, text), line(4, ""));
        assertThat(read.damage()).isEmpty();
        assertThat(read.samples()).extracting(Sample::trial).containsExactly(1, 2, 3, 4);
        assertThat(read.samples().get(2).evidence().error()).isEqualTo(text);
    }

    @Test
    void blankLinesCountAsLines() throws IOException {
        SampleFile read = read("", line(1, ""), "", " ", line(2, ""), "{", "");
        assertThat(read.samples()).extracting(Sample::trial).containsExactly(1, 2);
        assertThat(read.damage()).singleElement().asString().startsWith("samples.jsonl line 6 cannot be read");
    }

    @Test
    void carriageReturnsAreNoLines() throws IOException {
        SampleFile read = read(line(1, "") + "\r", line(2, "") + "\r", "{\r", line(3, ""));
        assertThat(read.samples()).extracting(Sample::trial).containsExactly(1, 2, 3);
        assertThat(read.damage()).singleElement().asString().startsWith("samples.jsonl line 3 cannot be read");
    }

    @Test
    void aSampleOverTwoLinesIsTwoBrokenOnes() throws IOException {
        SampleFile read = read(line(1, ""), line(2, "").replace("\"metrics\"", "\n\"metrics\""), line(3, ""));
        assertThat(read.samples()).extracting(Sample::trial).containsExactly(1, 3);
        assertThat(read.damage()).hasSize(2);
    }

    @Test
    void anEmptyFileHasNoSamples() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.jsonl"));
        assertThat(SampleFile.read(file, Files.size(file), MetricKinds.EMPTY))
                .isEqualTo(new SampleFile(List.of(), List.of()));
    }

    private SampleFile read(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("samples.jsonl"), String.join("\n", lines));
        return SampleFile.read(file, Files.size(file), MetricKinds.EMPTY);
    }

    private static String line(int trial, String error) {
        return Json.LINES.writeValueAsString(new Sample(
                1,
                1,
                trial,
                1,
                new Cell("overlay", "none", "iperf3-tcp"),
                "vxlan",
                Sample.Outcome.VALID,
                Instant.parse("2026-11-24T23:04:42.006Z"),
                2,
                List.of(new Measurement("throughput", "Mbit/s", Better.HIGHER, 9905.8 + trial)),
                List.of(Verdict.ok("bytes", "")),
                List.of(),
                new Evidence(List.of("iperf3"), 0, "", error, "")));
    }
}
