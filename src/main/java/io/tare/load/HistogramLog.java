package io.tare.load;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Writes HdrHistogram's interval log: one interval, the measured window, and a tag an operation, {@code get} and {@code get.raw}; in ns. */
final class HistogramLog {
    private HistogramLog() {}

    static void write(Path file, Report report) {
        Outcome outcome = report.outcome();
        long start = outcome.started().toEpochMilli();
        long end = start + Math.round(outcome.seconds() * 1e3);
        HistogramLogWriter log = open(file);
        log.outputComment("[" + report.tool() + " " + Report.version() + ", latencies in ns]");
        log.outputLogFormatVersion();
        log.outputStartTime(start);
        log.setBaseTime(start);
        log.outputLegend();
        outcome.tally().byName().forEach((name, latency) -> {
            write(log, latency.corrected(), name, start, end);
            write(log, latency.raw(), name + ".raw", start, end);
        });
        log.close();
    }

    private static HistogramLogWriter open(Path file) {
        try {
            return new HistogramLogWriter(file.toFile());
        } catch (FileNotFoundException e) {
            throw new LoadException("The histogram log %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void write(HistogramLogWriter log, Histogram histogram, String tag, long start, long end) {
        histogram.setTag(tag);
        histogram.setStartTimeStamp(start);
        histogram.setEndTimeStamp(end);
        log.outputIntervalHistogram(histogram);
    }
}
