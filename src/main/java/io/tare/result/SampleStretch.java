package io.tare.result;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a {@link Stretch} of {@code samples.jsonl}.
 *
 * @param broken the lines that are none
 * @param lines how many there are, blank ones too
 */
record SampleStretch(List<Sample> samples, List<Broken> broken, int lines) {

    /**
     * @param line from 1, within the stretch
     */
    record Broken(int line, SampleLine read) {}

    /** All of them at once where each line is a sample and nothing else; else line by line. */
    static SampleStretch of(SampleReader reader, Stretch stretch) {
        List<Sample> whole = reader.readAll(stretch.bytes(), stretch.begin(), stretch.end());
        return whole.isEmpty() ? lineByLine(reader, stretch) : new SampleStretch(whole, List.of(), whole.size());
    }

    private static SampleStretch lineByLine(SampleReader reader, Stretch stretch) {
        List<Sample> samples = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        int lines = stretch.lines((bytes, from, to, number, _) -> {
            SampleLine line = SampleLine.of(reader, bytes, from, to);
            if (line.sample() != null) {
                samples.add(line.sample());
            } else if (!line.damage().isEmpty()) {
                broken.add(new Broken(number, line));
            }
        });
        return new SampleStretch(samples, broken, lines);
    }
}
