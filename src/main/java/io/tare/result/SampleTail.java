package io.tare.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples that came to a run's file since it was last looked at. Places are offsets in bytes, and lines are only ever added; so whoever remembers the
 * last place misses none.
 *
 * @param samples of whole lines, in order
 * @param broken lines that cannot be read
 * @param next the place to go on from
 * @param size of the file; more is there to read where it is beyond {@code next}, if only half a line
 */
public record SampleTail(List<Sample> samples, int broken, long next, long size) {
    /** Read at once; a line has some KiB. */
    private static final int TOGETHER = 4 << 20;

    public SampleTail {
        samples = List.copyOf(samples);
    }

    /** What a run has from a place on, some MiB at most; an empty one where there is no file, or it ends before that place. {@link ResultException} where the
     * manifest, which tells what the metrics are, cannot be read. */
    public static SampleTail of(Path folder, long from) {
        Path file = folder.resolve(RunFolder.SAMPLES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size <= from) {
                return new SampleTail(List.of(), 0, from, size);
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(TOGETHER, size - from));
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
                // until it is full or the file ends
            }
            MetricKinds table =
                    RecordedRun.manifest(folder).metrics(); // in which whatever the lines have was put before them
            return parsed(Arrays.copyOf(buffer.array(), buffer.position()), from, size, table);
        } catch (NoSuchFileException _) {
            return new SampleTail(List.of(), 0, from, 0);
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A place so far before the end of a run's file, at the beginning of a line; 0 where the file is no longer than that. */
    public static long before(Path folder, long bytes) {
        Path file = folder.resolve(RunFolder.SAMPLES);
        try {
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size <= bytes) {
                return 0;
            }
            long from = size - bytes;
            byte[] some = new byte[(int) Math.min(bytes, TOGETHER)];
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                int read = channel.read(ByteBuffer.wrap(some), from);
                return from + Stretch.lineFeed(some, 0, read) + 1;
            }
        } catch (IOException e) {
            throw new ResultException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static SampleTail parsed(byte[] bytes, long from, long size, MetricKinds table) {
        SampleReader reader = new SampleReader(table);
        List<Sample> samples = new ArrayList<>();
        int broken = 0;
        int begin = 0;
        for (int end = Stretch.lineFeed(bytes, 0, bytes.length);
                end >= 0;
                end = Stretch.lineFeed(bytes, begin, bytes.length)) {
            SampleLine line = SampleLine.of(reader, bytes, begin, end);
            if (line.sample() != null) {
                samples.add(line.sample());
            } else if (!line.damage().isEmpty()) {
                broken++;
            }
            begin = end + 1;
        }
        boolean endless = begin == 0 && bytes.length == TOGETHER; // no sample is so long
        return new SampleTail(samples, broken, endless ? from + bytes.length : from + begin, size);
    }
}
