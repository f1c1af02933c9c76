package io.tare.result;

import io.tare.study.Cell;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run folder that is being written: {@code run.json}, {@code samples.jsonl}, {@code latency.hlog}, {@code sar/HOST.jsonl}, {@code counters/HOST.jsonl},
 * {@code profile/CELL.folded}, {@code log.txt}. A sample is on the
 * disk when {@link #append} returns; an interrupt does not cut it off. One process at a time writes a run; the kernel lets go of its lock however it ends. Safe for use by
 * several threads.
 */
public final class RunFolder implements AutoCloseable {
    public static final String MANIFEST = "run.json";
    public static final String SAMPLES = "samples.jsonl";
    private static final JsonMapper JSON = Json.LINES;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

    private final Path folder;
    private final RandomAccessFile samples;

    private @Nullable LatencyLog latencies;
    private FileLock lock;
    private Manifest manifest;

    private RunFolder(Path folder, RandomAccessFile samples, FileLock lock, Manifest manifest) {
        this.folder = folder;
        this.samples = samples;
        this.lock = lock;
        this.manifest = manifest;
    }

    /** What a run's folder is called where nobody says: {@code TIME-STUDY}. */
    public static String name(String study, LocalDateTime start) {
        return (start.format(STAMP) + "-" + study).replaceAll("[^A-Za-z0-9._-]", "-");
    }

    /** Begins a run in a folder that does not exist yet or is empty. */
    public static RunFolder create(Path folder, Manifest manifest) {
        try {
            if (Files.exists(folder) && !empty(folder)) {
                throw new ResultException.Unusable(
                        "%s is not empty. Name another folder with --to, or go on with what is there: tare run --resume %s"
                                .formatted(folder, folder));
            }
            Files.createDirectories(folder.resolve("sar"));
            return begun(folder, opened(folder), manifest);
        } catch (IOException e) {
            throw new ResultException.Unusable(
                    "%s cannot hold a run: %s. Nothing was measured; name another folder with --to."
                            .formatted(folder, reason(e)));
        }
    }

    /** Goes on with a run. A last line of the samples that was cut off is taken away. */
    public static RunFolder resume(Path folder) {
        if (!Files.exists(folder.resolve(MANIFEST))) {
            throw new ResultException("%s is no run folder: it has no %s.".formatted(folder, MANIFEST));
        }
        try {
            return goingOn(folder, opened(folder));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    public Path path() {
        return folder;
    }

    /**
     * What is recorded so far. A process that closes a file lets go of all locks it has on it (POSIX), and this reads the samples: so the lock is taken again. Whoever
     * writes a run reads it by this.
     */
    public synchronized RecordedRun recorded() {
        try {
            RecordedRun read = RecordedRun.read(folder);
            lock.release();
            lock = taken(folder, samples);
            return read;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Adds a sample and forces it to the disk; what its metrics are goes into the manifest before, where that does not say it. */
    public synchronized void append(Sample sample) {
        MetricKinds known = manifest.metrics();
        MetricKinds grown = known.with(sample);
        if (!grown.equals(known) || manifest.version() < Manifest.VERSION) {
            put(manifest.withMetrics(grown));
        }
        try {
            samples.seek(samples.length());
            samples.write(SampleWriter.line(sample, grown));
            samples.getFD().sync();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Adds what sar saw on a host, one line a trial. */
    public void appendSar(String host, String line) {
        addTo(folder.resolve("sar").resolve(host + ".jsonl"), line + "\n");
    }

    /** Adds what a host's kernel counted during a trial. */
    public void appendCounters(TrialCounters line) {
        addTo(
                made(CountersLog.FOLDER).resolve(line.counters().host() + ".jsonl"),
                JSON.writeValueAsString(line) + "\n");
    }

    /** Keeps what perf sampled of a cell; {@code of} as {@link Profiles#path} has it. */
    public void keepProfile(Cell cell, String of, String folded) {
        made(Profiles.FOLDER);
        Path file = folder.resolve(Profiles.path(cell, of));
        try {
            Files.writeString(file, folded);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Adds a trial's latency histograms, in ns by operation, and forces them to the disk; to be called before {@link #append} of its sample.
     * {@code started} and {@code seconds} are of the measured time.
     */
    public synchronized void appendLatencies(
            int trial, Map<String, Histogram> histograms, Instant started, double seconds) {
        if (histograms.isEmpty()) {
            return;
        }
        if (latencies == null) {
            latencies = LatencyLog.open(folder);
        }
        LatencyLog log = latencies;
        new TreeMap<>(histograms)
                .forEach((operation, histogram) -> log.append(trial, operation, histogram, started, seconds));
    }

    /** Adds a line to the run's log, with the time. */
    public void log(String line) {
        addTo(folder.resolve("log.txt"), Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n");
    }

    /** Replaces the manifest, but for its table of metrics, which follows from the samples; a crash leaves the old one or the new one. */
    public synchronized void write(Manifest now) {
        put(now.withMetrics(manifest.metrics()));
    }

    private void put(Manifest now) {
        try {
            store(now);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void store(Manifest now) throws IOException {
        WholeFile.replace(folder.resolve(MANIFEST), out -> out.write(Json.PRETTY.writeValueAsString(now) + "\n"));
        manifest = now;
    }

    /** Replaces what a search has learnt, in the same way. */
    public void write(SearchRecord search) {
        replace(SearchRecord.FILE, Json.PRETTY.writeValueAsString(search) + "\n");
    }

    /** Replaces a file of text, in the same way. */
    public synchronized void replace(String name, String text) {
        try {
            WholeFile.replace(folder.resolve(name), out -> out.write(text));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Takes the run away where it has no sample and nothing it could be resumed for: it ended before its first trial. */
    public synchronized void discardIfEmpty() {
        try {
            if (samples.length() == 0 && !Files.exists(folder.resolve("log.txt"))) {
                Files.deleteIfExists(folder.resolve(MANIFEST));
                Files.deleteIfExists(folder.resolve(SearchRecord.FILE));
                Files.deleteIfExists(folder.resolve(SAMPLES));
                Files.deleteIfExists(folder.resolve("sar"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    @Override
    public void close() {
        try (samples;
                LatencyLog _ = latencies) {
            // closing the samples lets go of the lock
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static RunFolder begun(Path folder, RandomAccessFile samples, Manifest manifest) throws IOException {
        RunFolder run = new RunFolder(folder, samples, taken(folder, samples), manifest);
        try {
            run.store(manifest);
            return run;
        } catch (IOException e) {
            run.discardIfEmpty();
            samples.close();
            throw e;
        }
    }

    private static RunFolder goingOn(Path folder, RandomAccessFile samples) throws IOException {
        try {
            RunFolder run = new RunFolder(folder, samples, taken(folder, samples), RecordedRun.manifest(folder));
            run.cutBrokenEnd();
            return run;
        } catch (IOException | ResultException e) {
            samples.close();
            throw e;
        }
    }

    private static RandomAccessFile opened(Path folder) throws IOException {
        return new RandomAccessFile(folder.resolve(SAMPLES).toFile(), "rw");
    }

    /** The run's lock; where another has it, the file is closed. */
    private static FileLock taken(Path folder, RandomAccessFile samples) throws IOException {
        FileLock lock = locked(samples.getChannel());
        if (lock == null) {
            samples.close();
            throw new ResultException.Busy(
                    "Another Tare is writing to %s. Wait for its end, or name another folder with --to."
                            .formatted(folder));
        }
        return lock;
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void cutBrokenEnd() throws IOException {
        long size = samples.length();
        long end = size;
        for (; end > 0; end--) {
            samples.seek(end - 1);
            if (samples.read() == '\n') {
                break;
            }
        }
        if (end < size) {
            samples.setLength(end);
            log("a sample cut off at the end of %s was taken away".formatted(SAMPLES));
        }
    }

    private synchronized void addTo(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** The kernel's own words where there are some; Java names many of them by a class alone. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "you have no permission to";
            case NotDirectoryException _ -> "it is a file, not a folder";
            case FileAlreadyExistsException at -> at.getFile() + " is a file, not a folder";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    private static ResultException unwritable(Path folder, IOException e) {
        return new ResultException(
                "%s cannot be written: %s. What was measured until then is kept there; once that is mended: tare run --resume %s"
                        .formatted(folder, reason(e), folder),
                e);
    }
}
