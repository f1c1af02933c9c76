package io.tare.report;

import io.tare.result.Sample;
import io.tare.result.Verdict;
import io.tare.study.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code samples.csv}: one row a sample and metric, nothing left out but failed samples, which have no numbers. {@code verdict} is the
 * sample's gravest: {@code ok}, {@code note} or {@code invalid}; an analysis drops the last. Values have all the digits they were recorded with.
 */
final class SamplesCsv {
    static final String HEAD = "block,trial,mode,data_path,tuning,workload,metric,unit,value,verdict";

    private static final int TOGETHER = 256;
    private static final int WAVE = 32;

    private SamplesCsv() {}

    /** In UTF-8; made with all CPUs, some MB at a time. */
    static void write(List<Sample> samples, OutputStream out) throws IOException {
        out.write((HEAD + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (int wave = 0; wave < samples.size(); wave += WAVE * TOGETHER) {
            int from = wave;
            List<byte[]> parts = IntStream.range(0, WAVE)
                    .parallel()
                    .mapToObj(i -> rows(part(samples, from + i * TOGETHER)))
                    .toList();
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    private static List<Sample> part(List<Sample> samples, int from) {
        return samples.subList(Math.min(from, samples.size()), Math.min(from + TOGETHER, samples.size()));
    }

    private static byte[] rows(List<Sample> samples) {
        Map<Place, Repeated> cells = new HashMap<>();
        StringBuilder out = new StringBuilder(1 << 18);
        for (Sample sample : samples) {
            Place place = new Place(sample.cell(), sample.dataPath());
            Repeated repeated = cells.get(place);
            if (repeated == null || !sample.sharesMetrics(repeated.of())) {
                repeated = Repeated.of(place, sample);
                cells.put(place, repeated);
            }
            rows(sample, repeated, out);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void rows(Sample sample, Repeated repeated, StringBuilder out) {
        String begin = sample.block() + "," + sample.trial() + "," + repeated.place() + ",";
        String end = "," + verdict(sample) + "\r\n";
        for (int i = 0; i < repeated.metrics().size(); i++) {
            out.append(begin).append(repeated.metrics().get(i));
            out.append(sample.metrics().get(i).value()).append(end);
        }
    }

    /** The fields mode, data_path, tuning and workload. */
    static String place(Sample sample) {
        return new Place(sample.cell(), sample.dataPath()).fields();
    }

    /** The gravest of a sample. */
    static String verdict(Sample sample) {
        if (sample.outcome() == Sample.Outcome.INVALID) {
            return "invalid";
        }
        for (Verdict verdict : sample.verdicts()) {
            if (verdict.level() == Verdict.Level.NOTE) {
                return "note";
            }
        }
        return "ok";
    }

    private record Place(Cell cell, String dataPath) {
        private String fields() {
            return String.join(
                    ",", Csv.text(cell.mode()), Csv.text(dataPath), Csv.text(cell.tuning()), Csv.text(cell.workload()));
        }
    }

    /**
     * What a cell's rows have in common.
     *
     * @param of the sample it was made of; good for all that have its metrics
     * @param metrics the fields metric and unit
     */
    private record Repeated(Sample of, String place, List<String> metrics) {
        private static Repeated of(Place place, Sample sample) {
            return new Repeated(
                    sample,
                    place.fields(),
                    sample.metrics().stream()
                            .map(m -> Csv.text(m.metric()) + "," + Csv.text(m.unit()) + ",")
                            .toList());
        }
    }
}
