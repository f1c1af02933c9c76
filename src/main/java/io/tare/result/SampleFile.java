package io.tare.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * A file of samples, read stretch by stretch with all CPUs.
 *
 * @param samples in the order of the file
 * @param damage the lines that cannot be read, one sentence each
 */
record SampleFile(List<Sample> samples, List<String> damage) {
    /**
     * Reads its first bytes; {@link IOException} where it cannot.
     *
     * @param table what the metrics of these are
     */
    static SampleFile read(Path path, long size, MetricKinds table) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return joined(stretches(channel, size, table));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static AtomicReferenceArray<SampleStretch> stretches(FileChannel channel, long size, MetricKinds table) {
        int count = Math.toIntExact(Math.ceilDiv(size, Stretch.LENGTH));
        AtomicReferenceArray<SampleStretch> read = new AtomicReferenceArray<>(count);
        AtomicInteger next = new AtomicInteger();
        Once once = new Once();
        IntStream.range(0, Math.min(count, Runtime.getRuntime().availableProcessors()))
                .parallel()
                .forEach(_ -> {
                    SampleReader reader = new SampleReader(table, once);
                    Stretch stretch = new Stretch(channel, size);
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        try {
                            stretch.read((long) i * Stretch.LENGTH, (i + 1L) * Stretch.LENGTH);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        read.set(i, SampleStretch.of(reader, stretch));
                    }
                });
        return read;
    }

    private static SampleFile joined(AtomicReferenceArray<SampleStretch> stretches) {
        List<Sample> samples = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < stretches.length(); i++) {
            SampleStretch stretch = stretches.get(i);
            samples.addAll(stretch.samples());
            for (SampleStretch.Broken broken : stretch.broken()) {
                damage.add(broken.read().sentence(before + broken.line()));
            }
            before += stretch.lines();
        }
        return new SampleFile(samples, damage);
    }
}
