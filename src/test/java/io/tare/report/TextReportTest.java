package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.RecordedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @TempDir
    Path folder;

    @Test
    void aSmallRunReadsLikeThis() throws IOException {
        assertThat(usual().render(80, false)).isEqualTo(recorded("terminal-80.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120, 200})
    void noLineIsWiderThanTheTerminal(int width) {
        assertThat(usual().render(width, false).lines())
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void colourAddsNothingButColour() {
        TextReport report = usual();
        String coloured = report.render(80, true);
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(report.render(80, false));
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        String text = TextReport.of(HandMadeRun.of("host", "\u001b[2J\u202eevil\nmode")
                        .valid("host", 1, 2, 3, 4, 5, 6)
                        .valid("\u001b[2J\u202eevil\nmode", 1, 2, 3, 4, 5, 6)
                        .analysis())
                .render(80, false);
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e").contains("·[2J·evil mode");
    }

    @Test
    void fewSamplesHaveNoIntervalAndItSaysSo() {
        String text = TextReport.of(HandMadeRun.of("host", "nat")
                        .valid("host", 1, 2, 3)
                        .valid("nat", 1, 2, 3)
                        .analysis())
                .render(80, false);
        assertThat(text)
                .contains("nat carries 1.00 × host (3 samples: too few for an interval, which takes 6)")
                .contains("Rows of fewer than 6 samples have no interval");
    }

    @Test
    void aBaselineOfZerosHasNoRatio() {
        String text = TextReport.of(HandMadeRun.of("host", "nat")
                        .valid("host", 0, 0, 0, 0, 0, 0)
                        .valid("nat", 0, 0, 0, 0, 0, 1)
                        .analysis())
                .render(80, false);
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity").contains("nat carries – × host");
    }

    @Test
    void aRunWithoutAValidSampleSaysSo() {
        String text = TextReport.of(HandMadeRun.of("host")
                        .failed("host", "no route to host")
                        .analysis())
                .render(80, false);
        assertThat(text).contains("No valid sample").contains("1 × failed (trial 1): no route to host");
    }

    @Test
    void aBarIsDrawnInEighthsOfAColumn() {
        CellRow row = HandMadeRun.of("host").valid("host", 5).table().rows().getFirst();
        assertThat(TextMetric.bar(row, 10, 8)).isEqualTo("████");
        assertThat(TextMetric.bar(row, 10, 1)).isEqualTo("▌");
        assertThat(TextMetric.bar(row, 5, 8)).isEqualTo("████████");
        assertThat(TextMetric.bar(row, 0, 8)).isEmpty();
    }

    private TextReport usual() {
        Path run = folder.resolve("run");
        if (!run.toFile().exists()) {
            SyntheticRun.usual().write(run);
        }
        return TextReport.of(Analysis.of(RecordedRun.read(run)));
    }

    private static String recorded(String name) throws IOException {
        try (var stream = Objects.requireNonNull(TextReportTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
