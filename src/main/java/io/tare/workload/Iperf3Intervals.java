package io.tare.workload;

import io.tare.host.ExecResult;
import io.tare.result.Measurement;
import io.tare.result.Series;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What arrived in each interval of one direction of iperf3.
 *
 * @param way {@code upload}: to the server, as the server counted; {@code download}: from it, as the client did
 * @param step asked for, in s
 * @param values in Mbit/s
 */
record Iperf3Intervals(String way, Iperf3Output whole, double step, List<Double> values) {
    /** An interval shorter than this share of a step is what was left at the end; it has no value of its own. */
    private static final double REST = 0.5;

    private static final String THROUGHPUT = "_throughput";

    /** The reading of what {@code iperf3-both.sh} printed. */
    static Reading reading(ExecResult output, double step) {
        JsonNode both = DataWorkload.json(output.stdout());
        List<Measurement> metrics = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        double seconds = 0;
        for (Iperf3Intervals one : List.of(of("upload", both.path(0), step), of("download", both.path(1), step))) {
            metrics.addAll(one.metrics());
            verdicts.addAll(one.verdicts());
            series.add(new Series(one.way() + THROUGHPUT, "Mbit/s", step, one.values()));
            seconds += one.whole().seconds();
        }
        return new Reading(seconds, metrics, verdicts, Map.of(), series, null);
    }

    private static Iperf3Intervals of(String way, JsonNode tree, double step) {
        Iperf3Output whole = Iperf3Output.of(tree);
        boolean sent = tree.at("/start/test_start/reverse").asInt(0) == 0;
        JsonNode received = sent ? tree.path("server_output_json") : tree;
        if (received.path("intervals").isEmpty()) {
            throw new WorkloadException("iperf3's %s has no intervals of who received it".formatted(way));
        }
        return new Iperf3Intervals(way, whole, step, values(received.path("intervals"), step));
    }

    /**
     * Bytes over the time since the interval before ended. iperf3's own figure for the first interval after omitted ones is over their time too
     * where the client receives (seen in 3.18).
     */
    private static List<Double> values(JsonNode intervals, double step) {
        List<Double> values = new ArrayList<>();
        double before = 0;
        for (JsonNode interval : intervals) {
            JsonNode sum = interval.path("sum");
            double end = sum.path("end").asDouble(Double.NaN);
            if (!sum.path("omitted").asBoolean(false) && end - before >= REST * step) {
                values.add(sum.path("bytes").asDouble(0) * 8e-6 / (end - before));
                before = end;
            }
        }
        return values;
    }

    private List<Measurement> metrics() {
        DoubleSummaryStatistics all =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        double squares = values.stream()
                .mapToDouble(v -> (v - all.getAverage()) * (v - all.getAverage()))
                .sum();
        double mean = whole.tree().at("/end/sum_received/bits_per_second").asDouble(0) / 1e6;
        List<Measurement> metrics = new ArrayList<>();
        metrics.add(new Measurement(way + THROUGHPUT, "Mbit/s", Better.HIGHER, mean));
        if (!values.isEmpty()) {
            metrics.add(new Measurement(way + ".least", "Mbit/s", Better.HIGHER, all.getMin()));
        }
        if (values.size() > 1 && all.getAverage() > 0) {
            double deviation = Math.sqrt(squares / (values.size() - 1));
            metrics.add(new Measurement(way + ".variation", "%", Better.LOWER, 100 * deviation / all.getAverage()));
        }
        JsonNode again = whole.tree().at("/end/sum_sent/retransmits");
        if (again.isNumber()) {
            metrics.add(new Measurement(way + "_retransmits", "segments", Better.LOWER, again.asDouble()));
        }
        return metrics;
    }

    private List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>(List.of(whole.bytes(), whole.duration(), intervals(), silence()));
        whole.saturation().ifPresent(verdicts::add);
        return verdicts.stream()
                .map(v -> new Verdict(way + "-" + v.name(), v.level(), v.finding()))
                .toList();
    }

    private Verdict intervals() {
        long asked = Math.round(whole.tree().at("/start/test_start/duration").asDouble(0) / step);
        String figure = "%d intervals of %s s, %d asked".formatted(values.size(), step, asked);
        return values.size() >= asked ? Verdict.ok("intervals", figure) : Verdict.invalid("intervals", figure);
    }

    private Verdict silence() {
        long silent = values.stream().filter(v -> v <= 0).count();
        return silent == 0
                ? Verdict.ok("silence", "something arrived in every interval")
                : Verdict.note("silence", "in %d of %d intervals nothing arrived".formatted(silent, values.size()));
    }
}
