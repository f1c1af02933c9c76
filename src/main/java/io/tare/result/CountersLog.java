package io.tare.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder {@code counters} of a run: one file a host, one line a trial. Runs of an older Tare have none. Of a long file stretches are read, evenly spaced over it: what
 * trials cost on average is known long before the last of them.
 *
 * @param trials valid ones, host by host in the order of their names, then in the order they ran; where not all were read a host may have some that another has not
 * @param whole whether every trial was read
 * @param damage a sentence for each line met that cannot be read
 */
public record CountersLog(List<Trial> trials, boolean whole, List<String> damage) {
    static final String FOLDER = "counters";
    /** Read of a file at least: some 4,000 trials of two CPUs. */
    private static final int STRETCHES = 8;
    /** So many cells have a stretch more, so that each has some 10 trials. */
    private static final int CELLS = 48;

    public CountersLog {
        trials = List.copyOf(trials);
        damage = List.copyOf(damage);
    }

    /** What a host counted in a valid trial, with its sample. */
    public record Trial(Sample sample, TrialCounters line) {}

    /** Empty where the run has none; {@link ResultException} where a file cannot be read. */
    public static CountersLog of(RecordedRun run) {
        Path folder = run.folder().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return new CountersLog(List.of(), true, List.of());
        }
        ValidTrials valid = new ValidTrials(run.samples());
        int most = Math.max(STRETCHES, run.manifest().cells().size() / CELLS);
        List<CountersFile> files = files(folder).parallelStream()
                .map(file -> CountersFile.read(file, most, valid))
                .toList();
        return new CountersLog(
                files.stream().flatMap(file -> file.trials().stream()).toList(),
                files.stream().allMatch(CountersFile::whole),
                files.stream().flatMap(file -> file.damage().stream()).toList());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
