package io.tare.report;

import io.tare.result.Sample;
import io.tare.result.Series;
import java.io.IOException;
import java.util.List;

/** {@code series.csv}: one row a sample and step of its series. {@code from} and {@code to} are in s after the measured seconds began. */
final class SeriesCsv {
    private SeriesCsv() {}

    static void write(List<Sample> samples, Appendable out) throws IOException {
        out.append("block,trial,mode,data_path,tuning,workload,series,unit,from,to,value,verdict\r\n");
        for (Sample sample : samples) {
            for (Series series : sample.series()) {
                String begin = "%d,%d,%s,%s,%s,"
                        .formatted(
                                sample.block(),
                                sample.trial(),
                                SamplesCsv.place(sample),
                                Csv.text(series.name()),
                                Csv.text(series.unit()));
                for (int i = 0; i < series.values().size(); i++) {
                    out.append(begin)
                            .append(seconds(i * series.step()))
                            .append(',')
                            .append(seconds((i + 1) * series.step()))
                            .append(',')
                            .append(Double.toString(series.values().get(i)))
                            .append(',')
                            .append(SamplesCsv.verdict(sample))
                            .append("\r\n");
                }
            }
        }
    }

    /** Without what adding tenths leaves in the last digits. */
    private static String seconds(double value) {
        return Double.toString(Math.rint(value * 1e6) / 1e6);
    }
}
