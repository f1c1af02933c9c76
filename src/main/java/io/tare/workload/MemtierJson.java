package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.study.Better;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import tools.jackson.databind.JsonNode;

/**
 * What memtier_benchmark writes with {@code --json-out-file}: one document, a trial for each of its runs that stands there whole. The histograms are of us. The
 * version of 2026 writes 0 for the mean of all operations and rounds the others down, so that means are taken from the sum.
 */
final class MemtierJson implements OutputFormat {
    static final String WORKLOAD = "memtier";
    static final String AVERAGES =
            "it has the best, the worst and the average of several runs and not each of them, so it holds no samples: start memtier_benchmark once for each, or write JSON with --print-all-runs";

    private static final List<String> SETTINGS =
            List.of("threads", "clients", "pipeline", "ratio", "data_size", "protocol", "key_pattern", "rate_limit");
    private static final Pattern RUN = Pattern.compile("ALL STATS|RUN #\\d+ RESULTS");
    private static final Map<String, String> OPERATIONS = Map.of("Sets", "set", "Gets", "get", "Totals", "all");

    @Override
    public String name() {
        return "memtier_benchmark --json-out-file";
    }

    @Override
    public boolean fits(String text) {
        return text.startsWith("{") && text.contains("\"configuration\"") && text.contains("\"key_pattern\"");
    }

    @Override
    public List<FoundTrial> read(String text, double offered) {
        JsonNode tree = whole(text);
        List<FoundTrial> trials = new ArrayList<>();
        for (Map.Entry<String, JsonNode> section : tree.properties()) {
            if (RUN.matcher(section.getKey()).matches()) {
                trials.add(trial(tree.path("configuration"), section.getValue(), offered));
            }
        }
        if (trials.isEmpty()) {
            throw new WorkloadException(
                    tree.has("BEST RUN RESULTS") ? AVERAGES : "it is cut off: it has no 'ALL STATS'");
        }
        return trials;
    }

    private static JsonNode whole(String text) {
        try {
            return DataWorkload.json(text);
        } catch (WorkloadException e) {
            throw new WorkloadException("it is cut off or no whole JSON: " + e.getMessage());
        }
    }

    private static FoundTrial trial(JsonNode configuration, JsonNode stats, double offered) {
        JsonNode totals = stats.path("Totals");
        double seconds = stats.at("/Runtime/Total duration").asDouble(0) / 1e3;
        MemtierFigures figures =
                new MemtierFigures(seconds, totals.path("Count").asDouble(0));
        double rate = configuration.path("rate_limit").asDouble(0)
                * configuration.path("threads").asDouble(1)
                * configuration.path("clients").asDouble(1);
        double kept = rate > 0 ? rate : offered;
        Map<String, Histogram> histograms = histograms(stats);
        List<Measurement> metrics = new ArrayList<>();
        metrics.add(new Measurement(
                "throughput", "KB/s", Better.HIGHER, totals.path("KB/sec").asDouble(0)));
        metrics.add(figures.operations(totals.path("Ops/sec").asDouble(0), kept));
        mean(totals, Optional.ofNullable(histograms.get("all")))
                .flatMap(value -> figures.latency("latency", "Latency", value))
                .ifPresent(metrics::add);
        totals.path("Percentile Latencies").properties().stream()
                .filter(field -> field.getValue().isNumber())
                .forEach(field -> figures.latency(
                                "latency", field.getKey(), field.getValue().asDouble())
                        .ifPresent(metrics::add));
        for (String operation : List.of("Sets", "Gets")) {
            JsonNode of = stats.path(operation);
            if (of.path("Count").asLong(0) > 0) {
                String name = OPERATIONS.get(operation) + "_latency";
                mean(of, Optional.ofNullable(histograms.get(OPERATIONS.get(operation))))
                        .ifPresent(value -> metrics.add(LatencyFigures.milliseconds(name, value)));
            }
        }
        figures.misses(totals.path("Misses/sec").asDouble(0)).ifPresent(metrics::add);
        long started = stats.at("/Runtime/Start time").asLong(0);
        return FoundTrial.read(
                WORKLOAD,
                settings(configuration),
                started > 0 ? Instant.ofEpochMilli(started) : null,
                new Reading(seconds, metrics, figures.verdicts(metrics, kept), histograms));
    }

    /** In ms: of the sum where it is told, which is nearest to what the table says; else as told, else of the histogram, whose steps are up to 4% wide. */
    private static Optional<Double> mean(JsonNode of, Optional<Histogram> histogram) {
        double sum = of.path("Accumulated Latency").asDouble(0);
        double told = of.path("Average Latency").asDouble(of.path("Latency").asDouble(0));
        double mean = sum > 0 ? sum / of.path("Count").asDouble(1) : told;
        return mean > 0 ? Optional.of(mean) : histogram.map(h -> h.getMean() / 1e6);
    }

    private static Map<String, Histogram> histograms(JsonNode stats) {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        OPERATIONS.forEach((section, operation) -> {
            String encoded = stats.path(section)
                    .at("/Percentile Latencies/Histogram log format/Compressed Histogram")
                    .asString("");
            if (!encoded.isEmpty()) {
                Histogram nanos = nanos(encoded);
                if (nanos.getTotalCount() > 0) {
                    histograms.put(operation, nanos);
                }
            }
        });
        return histograms;
    }

    private static Histogram nanos(String encoded) {
        try {
            Histogram micros = Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0);
            Histogram nanos = new Histogram(3);
            for (HistogramIterationValue step : micros.recordedValues()) {
                nanos.recordValueWithCount(step.getValueIteratedTo() * 1000, step.getCountAddedInThisIterationStep());
            }
            return nanos;
        } catch (DataFormatException | RuntimeException e) {
            throw new WorkloadException("one of its histograms cannot be read: " + e);
        }
    }

    private static Map<String, String> settings(JsonNode configuration) {
        Map<String, String> settings = new LinkedHashMap<>();
        SETTINGS.forEach(name -> settings.put(name, configuration.path(name).asString("")));
        return settings;
    }
}
