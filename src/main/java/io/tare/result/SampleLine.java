package io.tare.result;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A line of {@code samples.jsonl}, read: a sample, or what is wrong with it; neither where it is blank.
 *
 * @param damage a sentence; empty where nothing is wrong
 */
record SampleLine(@Nullable Sample sample, String damage) {
    /** @param number of the line, for the sentence */
    static SampleLine of(SampleReader reader, byte[] utf8, long number) {
        if (new String(utf8, StandardCharsets.ISO_8859_1).isBlank()) {
            return new SampleLine(null, "");
        }
        try {
            Sample sample = reader.read(utf8);
            return sample.version() > Sample.VERSION
                    ? new SampleLine(
                            null,
                            "%s line %d is of format version %d, newer than this Tare reads (%d)"
                                    .formatted(RunFolder.SAMPLES, number, sample.version(), Sample.VERSION))
                    : new SampleLine(sample, "");
        } catch (JacksonException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return new SampleLine(
                    null,
                    "%s line %d cannot be read and is left out (%s)"
                            .formatted(RunFolder.SAMPLES, number, RecordedRun.firstLine(e)));
        }
    }
}
