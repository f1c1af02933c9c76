package io.tare.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run folder that is being written: {@code run.json}, {@code samples.jsonl}, {@code sar/HOST.jsonl}, {@code log.txt}. A sample is on the
 * disk when {@link #append} returns. One process at a time writes a run; the kernel lets go of its lock however it ends. Safe for use by
 * several threads.
 */
public final class RunFolder implements AutoCloseable {
    static final String MANIFEST = "run.json";
    static final String SAMPLES = "samples.jsonl";
    private static final JsonMapper JSON = Json.LINES;

    private final Path folder;
    private final FileChannel lockFile;
    private final FileChannel samples;

    private RunFolder(Path folder, FileChannel lockFile, FileChannel samples) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.samples = samples;
    }

    /** Begins a run in a folder that does not exist yet or is empty. */
    public static RunFolder create(Path folder, Manifest manifest) {
        try {
            if (Files.exists(folder) && !empty(folder)) {
                throw new ResultException(
                        "%s is not empty. Name another folder with --to, or go on with what is there: tare run --resume %s"
                                .formatted(folder, folder));
            }
            Files.createDirectories(folder.resolve("sar"));
            RunFolder run = opened(folder);
            run.write(manifest);
            return run;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Goes on with a run. A last line of the samples that was cut off is taken away. */
    public static RunFolder resume(Path folder) {
        if (!Files.exists(folder.resolve(MANIFEST))) {
            throw new ResultException("%s is no run folder: it has no %s.".formatted(folder, MANIFEST));
        }
        try {
            RunFolder run = opened(folder);
            run.cutBrokenEnd();
            return run;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    public Path path() {
        return folder;
    }

    /** Adds a sample and forces it to the disk. */
    public synchronized void append(Sample sample) {
        try {
            write(samples, JSON.writeValueAsString(sample) + "\n");
            samples.force(false);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Adds what sar saw on a host, one line a trial. */
    public void appendSar(String host, String line) {
        addTo(folder.resolve("sar").resolve(host + ".jsonl"), line + "\n");
    }

    /** Adds a line to the run's log, with the time. */
    public void log(String line) {
        addTo(folder.resolve("log.txt"), Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n");
    }

    /** Replaces the manifest; a crash leaves the old one or the new one. */
    public synchronized void write(Manifest manifest) {
        Path unfinished = folder.resolve(MANIFEST + ".new");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, Json.PRETTY.writeValueAsString(manifest) + "\n");
            channel.force(true);
            Files.move(unfinished, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    @Override
    public void close() {
        try (lockFile;
                samples) {
            Files.deleteIfExists(folder.resolve(".lock"));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static RunFolder opened(Path folder) throws IOException {
        FileChannel lockFile =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(lockFile) == null) {
            lockFile.close();
            throw new ResultException.Busy(
                    "Another Tare is writing to %s. Wait for its end, or name another folder with --to."
                            .formatted(folder));
        }
        return new RunFolder(
                folder,
                lockFile,
                FileChannel.open(
                        folder.resolve(SAMPLES),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND));
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void cutBrokenEnd() throws IOException {
        long size = samples.size();
        long end = size;
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            samples.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        if (end < size) {
            samples.truncate(end);
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

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static ResultException unwritable(Path folder, IOException e) {
        return new ResultException(
                "%s cannot be written: %s. What was measured until then is kept there; make room and use 'tare run --resume %s'."
                        .formatted(folder, e.getMessage() == null ? e : e.getMessage(), folder),
                e);
    }
}
