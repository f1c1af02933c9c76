package io.tare.result;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code latency.hlog} of a run folder: the HdrHistogram interval log (format 1.3), one histogram a trial and operation under the tag
 * {@code TRIAL.OPERATION} ({@code 17.get}), values in nanoseconds. Any HdrHistogram tool reads it. A histogram is on the disk when
 * {@link #append} returns; an interrupt does not cut it off. Safe for use by several threads.
 */
public final class LatencyLog implements AutoCloseable {
    static final String FILE = "latency.hlog";
    private static final String HEAD = """
            #[Latencies in nanoseconds, one histogram a trial and operation, tag TRIAL.OPERATION]
            #[Histogram log format version 1.3]
            "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
            """;
    private static final double MAXIMUM_SHOWN_IN_MS = 1e6;
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern LINE = Pattern.compile(
            "Tag=(?<trial>\\d{1,9})\\.(?<operation>[A-Za-z0-9_-]{1,40}),[^,]*,[^,]*,[^,]*,(?<payload>[^,]+)");

    private final Path file;
    private final RandomAccessFile opened;

    private LatencyLog(Path file, RandomAccessFile opened) {
        this.file = file;
        this.opened = opened;
    }

    /** Takes one histogram of a log; it may be kept. */
    @FunctionalInterface
    public interface Visitor {
        void histogram(int trial, String operation, Histogram histogram);
    }

    /** Opens a run folder's log to add to it; makes it where there is none. A last line that was cut off is ended, and left out by readers. */
    public static LatencyLog open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            LatencyLog log = new LatencyLog(file, new RandomAccessFile(file.toFile(), "rw"));
            if (log.opened.length() == 0) {
                log.add(HEAD);
            } else if (!log.endsWithLine()) {
                log.add("\n");
            }
            return log;
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    /**
     * Adds a trial's histogram of one operation and forces it to the disk.
     *
     * @param operation letters, digits, {@code _} and {@code -}: {@code get}, {@code all}, {@code raw}
     * @param histogram values in ns
     * @param started of the measured seconds
     * @param seconds measured, in s
     */
    public synchronized void append(int trial, String operation, Histogram histogram, Instant started, double seconds) {
        if (!OPERATION.matcher(operation).matches()) {
            throw new IllegalArgumentException("no name for an operation: " + operation);
        }
        Histogram tagged = histogram.copy();
        tagged.setTag(trial + "." + operation);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        double start = started.toEpochMilli() / 1e3;
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.ISO_8859_1)) {
            new HistogramLogWriter(stream).outputIntervalHistogram(start, start + seconds, tagged, MAXIMUM_SHOWN_IN_MS);
        }
        try {
            add(bytes.toString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    /** Whether a run has one. */
    public static boolean kept(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Walks a run folder's log in its order. Of two histograms under one tag the last counts: the first belongs to a trial that was lost when
     * a run was killed, and run again.
     *
     * @return what could not be read, one sentence each; the rest was. Empty also where there is no log.
     */
    public static List<String> read(Path folder, Visitor visitor) {
        Path file = folder.resolve(FILE);
        if (!kept(folder)) {
            return List.of();
        }
        List<String> damage = new ArrayList<>();
        try {
            Map<String, Integer> last = new HashMap<>();
            walk(file, (number, line) -> {
                if (line.matches()) {
                    last.put(tag(line), number);
                }
            });
            walk(file, (number, line) -> {
                if (!line.matches()) {
                    damage.add("%s line %d is no tagged histogram and is left out".formatted(FILE, number));
                } else if (last.getOrDefault(tag(line), 0) == number) {
                    try {
                        visitor.histogram(
                                Integer.parseInt(line.group("trial")),
                                line.group("operation"),
                                Histogram.decodeFromCompressedByteBuffer(
                                        ByteBuffer.wrap(Base64.getDecoder().decode(line.group("payload"))), 0));
                    } catch (DataFormatException | RuntimeException e) {
                        damage.add("%s line %d cannot be read and is left out (%s)"
                                .formatted(FILE, number, e.getMessage()));
                    }
                }
            });
        } catch (IOException e) {
            throw failed(file, "read", e);
        }
        return damage;
    }

    private static void walk(Path file, LineVisitor visitor) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("\"")) {
                    visitor.line(number, LINE.matcher(line));
                }
            }
        }
    }

    @FunctionalInterface
    private interface LineVisitor {
        void line(int number, Matcher line);
    }

    private static String tag(Matcher line) {
        return line.group("trial") + "." + line.group("operation");
    }

    private boolean endsWithLine() throws IOException {
        opened.seek(opened.length() - 1);
        return opened.read() == '\n';
    }

    private void add(String text) throws IOException {
        opened.seek(opened.length());
        opened.write(text.getBytes(StandardCharsets.ISO_8859_1));
        opened.getFD().sync();
    }

    private static ResultException failed(Path file, String what, IOException e) {
        return new ResultException(
                "%s cannot be %s: %s. Look at the room and the rights of its folder."
                        .formatted(file, what, e.getMessage()),
                e);
    }
}
