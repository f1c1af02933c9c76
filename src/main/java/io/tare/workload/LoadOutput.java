package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Tare's own generators print with {@code --json} (format 1). Latencies are corrected (from the intended send time) unless called raw. */
record LoadOutput(JsonNode tree) {
    private static final int FORMAT = 1;
    /** Errors of the path or the server; a wrong status or length has a verdict of its own. */
    private static final List<String> ERRORS = List.of("connect", "read", "write", "timeout", "protocol");

    static LoadOutput of(ExecResult output) {
        if (output.stdout().isBlank()) {
            String said = output.stderr().strip();
            throw new WorkloadException("the generator printed nothing and ended with exit code %d: %s"
                    .formatted(
                            output.exitCode(),
                            said.isEmpty() ? "(no error either)" : said.substring(0, Math.min(500, said.length()))));
        }
        JsonNode tree = DataWorkload.json(output.stdout());
        int format = tree.path("format").asInt(0);
        if (format != FORMAT) {
            throw new WorkloadException(
                    "the generator printed format %d, and this Tare reads %d; is it another version's 'tare-load'?"
                            .formatted(format, FORMAT));
        }
        return new LoadOutput(tree);
    }

    double seconds() {
        return tree.path("seconds").asDouble(Double.NaN);
    }

    Instant begun() {
        String started = tree.path("started").asString("");
        try {
            return Instant.parse(started);
        } catch (DateTimeException _) {
            throw new WorkloadException("the generator says it started at '%s', which is no time".formatted(started));
        }
    }

    long answers() {
        return tree.path("requests").asLong(0);
    }

    /** Right answers and errors of every kind. */
    long operations() {
        long failures = 0;
        for (JsonNode count : tree.path("errors")) {
            failures += count.asLong(0);
        }
        return answers() + failures;
    }

    /** In KB/s; at a constant rate it is what was offered, which no mode is better or worse for. */
    Measurement throughput() {
        return new Measurement(
                "throughput",
                "KB/s",
                tree.at("/rate/offered").isNumber() ? Better.NEITHER : Better.HIGHER,
                tree.path("throughput_kb_s").asDouble(Double.NaN));
    }

    /** Right answers a second. */
    double achieved() {
        return tree.at("/rate/achieved").asDouble(Double.NaN);
    }

    /** Answers with another status or length than expected. */
    private long wrong() {
        return tree.at("/errors/status").asLong(0) + tree.at("/errors/length").asLong(0);
    }

    /** The corrected latencies of every operation, and {@code raw}: those of all operations from their real send time. */
    Map<String, Histogram> histograms() {
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> operation : tree.path("operations").properties()) {
            histograms.put(operation.getKey(), decoded(operation.getValue().path("histogram")));
        }
        JsonNode raw = tree.at("/operations/all/raw_histogram");
        if (!raw.isMissingNode()) {
            histograms.put("raw", decoded(raw));
        }
        histograms.values().removeIf(histogram -> histogram.getTotalCount() == 0);
        return histograms;
    }

    /** Latency over all operations, corrected and raw. */
    List<Measurement> latencies(Map<String, Histogram> histograms) {
        List<Measurement> figures = new ArrayList<>();
        add(figures, "latency", histograms.get("all"), LatencyFigures.QUOTED);
        add(figures, "raw.latency", histograms.get("raw"), LatencyFigures.QUOTED);
        return figures;
    }

    static void add(List<Measurement> figures, String name, @Nullable Histogram histogram, List<Double> percentiles) {
        if (histogram != null) {
            figures.addAll(LatencyFigures.of(name, histogram, percentiles));
        }
    }

    Measurement errors() {
        return new Measurement("errors", "operations", Better.LOWER, operations() - (double) answers());
    }

    /** The verdicts that every load gets. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Checks.answers(answers()));
        long errors = 0;
        String said = "";
        for (String kind : ERRORS) {
            errors += tree.at("/errors/" + kind).asLong(0);
            said = said.isEmpty() ? tree.at("/first_errors/" + kind).asString("") : said;
        }
        verdicts.add(Checks.errors(
                errors,
                operations(),
                wrong() > 0 ? 0 : tree.path("warm_up_errors").asLong(0),
                said));
        verdicts.add(Checks.duration(seconds(), asked()));
        JsonNode offered = tree.at("/rate/offered");
        if (offered.isNumber()) {
            double answered = (answers() + wrong()) / seconds();
            verdicts.add(Checks.answeredRate(answered, offered.asDouble(), seconds(), "requests/s"));
        }
        verdicts.add(Checks.pauses(
                tree.at("/pauses/count").asLong(0),
                tree.at("/pauses/longest_ns").asLong(0) / 1e9,
                seconds()));
        verdicts.add(LatencyFigures.enough(answers()));
        return verdicts;
    }

    /** {@code name} is {@code status} or {@code length}. */
    Verdict wrong(String name) {
        return Checks.wrong(
                name,
                tree.at("/errors/" + name).asLong(0),
                operations(),
                tree.at("/first_errors/" + name).asString(""));
    }

    private double asked() {
        JsonNode parameters = tree.path("parameters");
        String time = parameters
                .path("test_time")
                .asString(parameters.path("duration").asString(""));
        return time.matches("[0-9]+s") ? Double.parseDouble(time.substring(0, time.length() - 1)) : seconds();
    }

    private static Histogram decoded(JsonNode node) {
        try {
            byte[] bytes = Base64.getDecoder().decode(node.asString(""));
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
        } catch (DataFormatException | RuntimeException e) {
            throw new WorkloadException("a histogram of the generator cannot be read: " + e);
        }
    }
}
