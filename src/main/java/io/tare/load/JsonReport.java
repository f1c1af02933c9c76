package io.tare.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The whole outcome as one JSON document. Latencies are in ns; histograms are HdrHistogram's compressed encoding (V2) in base64. */
final class JsonReport {
    /** Counts up when a field changes its meaning or goes. */
    private static final int FORMAT = 1;

    private JsonReport() {}

    static String of(Report report) {
        Outcome outcome = report.outcome();
        Tally tally = outcome.tally();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("tool", report.tool());
        document.put("version", Report.version());
        document.put("parameters", report.parameters());
        document.put("started", outcome.started());
        document.put("start_up_seconds", report.startUpSeconds());
        document.put("seconds", outcome.seconds());
        document.put("requests", tally.answers());
        document.put("rate", fields("offered", outcome.offered(), "achieved", outcome.achieved()));
        document.put("bytes", fields("sent", tally.sentBytes, "received", tally.receivedBytes));
        document.put("throughput_kb_s", report.throughput());
        Map<String, Object> errors = new LinkedHashMap<>();
        Arrays.stream(Failure.values()).forEach(failure -> errors.put(failure.word(), tally.failures(failure)));
        document.put("errors", errors);
        Map<String, Object> said = new LinkedHashMap<>();
        tally.firstSaid.forEach((failure, text) -> said.put(failure.word(), text));
        document.put("first_errors", said);
        document.put("warm_up_errors", tally.warmUpFailures);
        document.put("reopened", tally.reopened);
        document.put("hits", tally.hits);
        document.put("misses", tally.misses);
        document.put(
                "unfinished",
                fields("in_flight", tally.inFlight, "oldest_ns", tally.oldestInFlight, "unsent", tally.unsent));
        document.put("pauses", fields("count", tally.pauses.count(), "longest_ns", tally.pauses.longest()));
        document.put(
                "own",
                fields(
                        "cpu_seconds", outcome.cost().cpuNanos() / 1e9,
                        "collections", outcome.cost().collections(),
                        "collection_ms", outcome.cost().collectionMillis()));
        Map<String, Object> operations = new LinkedHashMap<>();
        tally.byName().forEach((name, latency) -> operations.put(name, operation(latency, outcome.seconds())));
        document.put("operations", operations);
        return Json.of(document);
    }

    private static Map<String, Object> operation(Latency latency, double seconds) {
        long count = latency.raw().getTotalCount();
        return fields(
                "count", count,
                "per_second", count / seconds,
                "latency_ns", summary(latency.corrected()),
                "raw_latency_ns", summary(latency.raw()),
                "histogram", encoded(latency.corrected()),
                "raw_histogram", encoded(latency.raw()));
    }

    private static Map<String, Object> summary(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return Map.of();
        }
        Map<String, Object> summary = fields(
                "mean", histogram.getMean(),
                "stddev", histogram.getStdDeviation(),
                "min", histogram.getMinValue(),
                "max", histogram.getMaxValue());
        for (Percentile percentile : Percentile.values()) {
            summary.put(percentile.word(), histogram.getValueAtPercentile(percentile.percent()));
        }
        return summary;
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }
}
