package io.tare.report;

import io.tare.result.Measurement;
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
    private static final int WAVE = 8;

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
        Map<Place, String> places = new HashMap<>();
        List<String> names = List.of();
        Sample last = null;
        StringBuilder out = new StringBuilder(1 << 18);
        for (Sample sample : samples) {
            if (last == null || !sample.sharesMetrics(last)) {
                names = names(sample.metrics());
            }
            last = sample;
            rows(
                    sample,
                    places.computeIfAbsent(new Place(sample.cell(), sample.dataPath()), Place::fields),
                    names,
                    out);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(List<Measurement> metrics) {
        return metrics.stream()
                .map(m -> Csv.text(m.metric()) + "," + Csv.text(m.unit()) + ",")
                .toList();
    }

    private static void rows(Sample sample, String place, List<String> names, StringBuilder out) {
        String verdict = verdict(sample);
        String begin = sample.block() + "," + sample.trial() + "," + place;
        for (int i = 0; i < names.size(); i++) {
            out.append(begin).append(names.get(i));
            out.append(sample.metrics().get(i).value());
            out.append(',').append(verdict).append("\r\n");
        }
    }

    /** The fields mode, data_path, tuning and workload. */
    static String place(Sample sample) {
        String fields = new Place(sample.cell(), sample.dataPath()).fields();
        return fields.substring(0, fields.length() - 1);
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
                            ",",
                            Csv.text(cell.mode()),
                            Csv.text(dataPath),
                            Csv.text(cell.tuning()),
                            Csv.text(cell.workload()))
                    + ",";
        }
    }
}
