package io.tare.result;

import io.tare.result.Sample.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The folder {@code counters} of a run: one file a host, one line a trial. Runs of an older Tare have none. */
public final class CountersLog {
    static final String FOLDER = "counters";

    private final Map<Integer, Integer> attempts = new HashMap<>();
    private final Consumer<TrialCounters> takes;
    private final List<String> damage;

    private CountersLog(RecordedRun run, Consumer<TrialCounters> takes, List<String> damage) {
        this.takes = takes;
        this.damage = damage;
        run.samples().stream()
                .filter(s -> s.outcome() == Outcome.VALID)
                .forEach(s -> attempts.put(s.trial(), s.attempt()));
    }

    /**
     * Reads what the hosts counted in the valid trials of a run, host by host in the order of their names, trials in the order they ran. One trial is
     * held at a time.
     *
     * @param takes each of them
     * @param damage gets a sentence for each line that cannot be read
     */
    public static void read(RecordedRun run, Consumer<TrialCounters> takes, List<String> damage) {
        if (!kept(run)) {
            return;
        }
        CountersLog log = new CountersLog(run, takes, damage);
        files(run.folder().resolve(FOLDER)).forEach(log::read);
    }

    /** Whether the run has any. */
    public static boolean kept(RecordedRun run) {
        return Files.isDirectory(run.folder().resolve(FOLDER));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Of lines of one trial the last counts: the others are of attempts that failed, or of a trial lost when the run was killed. */
    private void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Lines all = new Lines(in);
            int number = 0;
            TrialCounters last = null;
            for (List<byte[]> next = all.next(); !next.isEmpty(); next = all.next()) {
                for (byte[] utf8 : next) {
                    TrialCounters line = line(utf8, "%s/%s line %d".formatted(FOLDER, file.getFileName(), ++number));
                    if (line != null) {
                        if (last != null && last.trial() != line.trial()) {
                            give(last);
                        }
                        last = line;
                    }
                }
            }
            if (last != null) {
                give(last);
            }
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void give(TrialCounters line) {
        if (attempts.getOrDefault(line.trial(), 0) == line.attempt()) {
            takes.accept(line);
        }
    }

    private @Nullable TrialCounters line(byte[] utf8, String where) {
        if (new String(utf8, StandardCharsets.ISO_8859_1).isBlank()) {
            return null;
        }
        try {
            TrialCounters line = Json.LINES.readValue(utf8, TrialCounters.class);
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
}
