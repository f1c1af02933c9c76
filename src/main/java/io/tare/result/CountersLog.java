package io.tare.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The folder {@code counters} of a run: one file a host, one line a trial. Runs of an older Tare have none. Of a long file stretches are read, evenly spaced over it: what
 * trials cost on average is known long before the last of them.
 */
public final class CountersLog {
    static final String FOLDER = "counters";
    /** Read of a file: some 16,000 trials of two CPUs. */
    private static final int STRETCHES = 32;

    private final ValidTrials trials;
    private final BiConsumer<Sample, TrialCounters> takes;
    private final List<String> damage;
    private @Nullable TrialCounters last;

    private CountersLog(RecordedRun run, BiConsumer<Sample, TrialCounters> takes, List<String> damage) {
        trials = new ValidTrials(run.samples());
        this.takes = takes;
        this.damage = damage;
    }

    /**
     * Reads what the hosts counted in the valid trials of a run, host by host in the order of their names, trials in the order they ran. One trial is
     * held at a time.
     *
     * @param takes each of them with its sample
     * @param damage gets a sentence for each line that cannot be read
     */
    public static void read(RecordedRun run, BiConsumer<Sample, TrialCounters> takes, List<String> damage) {
        if (!kept(run)) {
            return;
        }
        CountersLog log = new CountersLog(run, takes, damage);
        files(run).forEach(log::read);
    }

    /** Whether the run has any. */
    public static boolean kept(RecordedRun run) {
        return Files.isDirectory(run.folder().resolve(FOLDER));
    }

    /** Whether {@link #read} reads every trial. */
    public static boolean whole(RecordedRun run) {
        return !kept(run) || files(run).stream().allMatch(file -> stretches(file) <= STRETCHES);
    }

    private static List<Path> files(RecordedRun run) {
        Path folder = run.folder().resolve(FOLDER);
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static long stretches(Path file) {
        try {
            return Math.ceilDiv(Files.size(file), Stretch.LENGTH);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Of lines of one trial the last counts: the others are of attempts that failed, or of a trial lost when the run was killed. */
    private void read(Path file) {
        long all = stretches(file);
        long some = Math.min(all, STRETCHES);
        String name = "%s/%s".formatted(FOLDER, file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Stretch stretch = new Stretch(channel, channel.size());
            int lines = 0;
            for (long i = 0; i < some; i++) {
                long begin = i * all / some * Stretch.LENGTH;
                stretch.read(begin, begin + Stretch.LENGTH);
                int before = lines;
                lines += stretch.lines((bytes, from, to, line) ->
                        take(bytes, from, to, all == some ? "%s line %d".formatted(name, before + line) : "%s byte %d".formatted(name, begin + from)));
            }
            give();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private void take(byte[] utf8, int from, int to, String where) {
        TrialCounters line = line(utf8, from, to, where);
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
            takes.accept(sample, line);
        }
    }

    private @Nullable TrialCounters line(byte[] utf8, int from, int to, String where) {
        if (new String(utf8, from, to - from, StandardCharsets.ISO_8859_1).isBlank()) {
            return null;
        }
        try {
            TrialCounters line = Json.LINES.readValue(utf8, from, to - from, TrialCounters.class);
            if (line.version() <= TrialCounters.VERSION) {
                return line;
            }
            damage.add("%s is of format version %d, newer than this Tare reads (%d)"
                    .formatted(where, line.version(), TrialCounters.VERSION));
        } catch (JacksonException | NullPointerException e) {
            damage.add("%s cannot be read and is left out".formatted(where));
        }
        return null;
    }

    private static ResultException unreadable(Path file, IOException e) {
        return new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
}
