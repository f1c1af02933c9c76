package io.tare.result;

import io.tare.result.CountersLog.Trial;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a host counted, read from its file. Of lines of one trial the last counts: the others are of attempts that failed, or of a trial lost when the run was killed. Not
 * safe for use by several threads.
 */
final class CountersFile {
    private final String name;
    private final ValidTrials valid;
    private final List<Trial> trials = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();
    private boolean whole;
    private @Nullable TrialCounters last;

    private CountersFile(String name, ValidTrials valid) {
        this.name = name;
        this.valid = valid;
    }

    /** Reads at most so many stretches; {@link ResultException} where the file cannot be read. */
    static CountersFile read(Path path, int most, ValidTrials valid) {
        CountersFile file = new CountersFile("%s/%s".formatted(CountersLog.FOLDER, path.getFileName()), valid);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            Stretch stretch = new Stretch(channel, size);
            file.whole = Math.ceilDiv(size, Stretch.LENGTH) <= most;
            if (file.whole) {
                file.all(stretch, size);
            } else {
                file.some(stretch, size, most);
            }
            return file;
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    List<Trial> trials() {
        return trials;
    }

    /** Whether every line was read. */
    boolean whole() {
        return whole;
    }

    /** A sentence for each line met that cannot be read. */
    List<String> damage() {
        return damage;
    }

    private void all(Stretch stretch, long size) throws IOException {
        int lines = 0;
        for (long begin = 0; begin < size; begin += Stretch.LENGTH) {
            stretch.read(begin, begin + Stretch.LENGTH);
            int before = lines;
            lines += stretch.lines((bytes, from, to, number, _) -> take(bytes, from, to, "line", before + number));
        }
        give();
    }

    private void some(Stretch stretch, long size, int most) throws IOException {
        for (int i = 0; i < most; i++) {
            long begin = i * size / most;
            stretch.read(begin, begin + Stretch.LENGTH);
            stretch.lines((bytes, from, to, _, place) -> take(bytes, from, to, "byte", place));
            last = null; // the next line might have been of the same trial
        }
    }

    private void take(byte[] utf8, int from, int to, String unit, long place) {
        TrialCounters line = line(utf8, from, to, unit, place);
        if (line != null) {
            if (last != null && last.trial() != line.trial()) {
                give();
            }
            last = line;
        }
    }

    private void give() {
        TrialCounters line = last;
        last = null;
        Sample sample = line == null ? null : valid.of(line.trial());
        if (line != null && sample != null && sample.attempt() == line.attempt()) {
            trials.add(new Trial(sample, line));
        }
    }

    private @Nullable TrialCounters line(byte[] utf8, int from, int to, String unit, long place) {
        if (Stretch.blank(utf8, from, to)) {
            return null;
        }
        try {
            TrialCounters line = Json.LINES.readValue(utf8, from, to - from, TrialCounters.class);
            if (line.version() <= TrialCounters.VERSION) {
                return line;
            }
            damage.add("%s %s %d is of format version %d, newer than this Tare reads (%d)"
                    .formatted(name, unit, place, line.version(), TrialCounters.VERSION));
        } catch (JacksonException | NullPointerException e) {
            damage.add("%s %s %d cannot be read and is left out".formatted(name, unit, place));
        }
        return null;
    }
}
