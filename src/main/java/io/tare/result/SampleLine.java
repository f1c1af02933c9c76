package io.tare.result;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A line of {@code samples.jsonl}, read: a sample, or what is wrong with it; neither where it is blank.
 *
 * @param damage the end of a sentence that begins with the line; empty where nothing is wrong
 */
record SampleLine(@Nullable Sample sample, String damage) {
    /** Of the bytes from one place to before another. */
    static SampleLine of(SampleReader reader, byte[] utf8, int from, int to) {
        if (Stretch.blank(utf8, from, to)) {
            return new SampleLine(null, "");
        }
        try {
            Sample sample = reader.read(utf8, from, to);
            return sample.version() > Sample.VERSION
                    ? new SampleLine(
                            null,
                            "is of format version %d, newer than this Tare reads (%d)"
                                    .formatted(sample.version(), Sample.VERSION))
                    : new SampleLine(sample, "");
        } catch (JacksonException | NullPointerException | IllegalArgumentException | DateTimeException e) {
            return new SampleLine(null, "cannot be read and is left out (%s)".formatted(RecordedRun.firstLine(e)));
        }
    }

    /** What is wrong, with the line's number. */
    String sentence(long number) {
        return "%s line %d %s".formatted(RunFolder.SAMPLES, number, damage);
    }
}
