package io.tare.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The folder {@code counters} of a run: one file a host, one line a trial. Runs of an older Tare have none. Of a long file stretches are read, evenly spaced over it: what
 * trials cost on average is known long before the last of them.
 */
public final class CountersLog {
    static final String FOLDER = "counters";
    /** Read of a file at least: some 4,000 trials of two CPUs. */
    private static final int STRETCHES = 8;
    /** So many cells have a stretch more, so that each has some 10 trials. */
    private static final int CELLS = 48;

    private final int most;
    private final ValidTrials trials;
    private final List<Trial> read = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();
    private @Nullable TrialCounters last;

    /** What a host counted in a valid trial, with its sample. */
    public record Trial(Sample sample, TrialCounters line) {}

    private CountersLog(ValidTrials trials, int most) {
        this.trials = trials;
        this.most = most;
    }

    /**
     * What the hosts counted in the valid trials of a run, or in some of a long one, host by host in the order of their names, trials in the order they ran. Of a
     * long run a host may have some trials that another has not.
     *
     * @param damage gets a sentence for each line met that cannot be read
     */
    public static List<Trial> read(RecordedRun run, List<String> damage) {
        if (!kept(run)) {
            return List.of();
        }
        ValidTrials trials = new ValidTrials(run.samples());
        List<CountersLog> logs = files(run).parallelStream()
                .map(file -> new CountersLog(trials, most(run)).with(file))
                .toList();
        logs.forEach(log -> damage.addAll(log.damage));
        return logs.stream().flatMap(log -> log.read.stream()).toList();
    }

    /** Whether the run has any. */
    public static boolean kept(RecordedRun run) {
        return Files.isDirectory(run.folder().resolve(FOLDER));
    }

    /** Whether {@link #read} reads every trial. */
    public static boolean whole(RecordedRun run) {
        return !kept(run) || files(run).stream().allMatch(file -> stretches(file) <= most(run));
    }

    private static List<Path> files(RecordedRun run) {
        Path folder = run.folder().resolve(FOLDER);
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static int most(RecordedRun run) {
        return Math.max(STRETCHES, run.manifest().cells().size() / CELLS);
    }

    private static long stretches(Path file) {
        try {
            return Math.ceilDiv(Files.size(file), Stretch.LENGTH);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Of lines of one trial the last counts: the others are of attempts that failed, or of a trial lost when the run was killed. */
    private CountersLog with(Path file) {
        String name = "%s/%s".formatted(FOLDER, file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            Stretch stretch = new Stretch(channel, size);
            if (stretches(file) <= most) {
                whole(stretch, size, name);
            } else {
                some(stretch, size, name);
            }
            return this;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void whole(Stretch stretch, long size, String name) throws IOException {
        int lines = 0;
        for (long begin = 0; begin < size; begin += Stretch.LENGTH) {
            stretch.read(begin, begin + Stretch.LENGTH);
            int before = lines;
            lines +=
                    stretch.lines((bytes, from, to, number, _) -> take(bytes, from, to, name, "line", before + number));
        }
        give();
    }

    private void some(Stretch stretch, long size, String name) throws IOException {
        for (int i = 0; i < most; i++) {
            long begin = i * size / most;
            stretch.read(begin, begin + Stretch.LENGTH);
            stretch.lines((bytes, from, to, _, place) -> take(bytes, from, to, name, "byte", place));
            last = null; // the next line might have been of the same trial
        }
    }

    private void take(byte[] utf8, int from, int to, String name, String unit, long place) {
        TrialCounters line = line(utf8, from, to, name, unit, place);
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
        Sample sample = line == null ? null : trials.of(line.trial());
        if (line != null && sample != null && sample.attempt() == line.attempt()) {
            read.add(new Trial(sample, line));
        }
    }

    private @Nullable TrialCounters line(byte[] utf8, int from, int to, String name, String unit, long place) {
        if (new String(utf8, from, to - from, StandardCharsets.ISO_8859_1).isBlank()) {
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

    private static ResultException unreadable(Path file, IOException e) {
        return new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
}
