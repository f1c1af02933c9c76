package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Tail;
import io.tare.result.Verdict;
import io.tare.study.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The figures of a latency distribution, in ms from a histogram in ns. A percentile is given only where enough operations lie
 * beyond it: see {@link Tail}.
 */
final class LatencyFigures {
    static final List<Double> QUOTED = List.of(50.0, 90.0, 99.0, 99.9);
    /** For the operations of a mix, whose whole distribution is in the histograms. */
    static final List<Double> FEW = List.of(50.0, 99.0);

    private static final double NANOS = 1e6;

    private LatencyFigures() {}

    /** {@code NAME} (the mean), {@code NAME.stddev} and the percentiles {@code NAME.p50} …; none of an empty histogram. */
    static List<Measurement> of(String name, Histogram histogram, List<Double> percentiles) {
        List<Measurement> figures = new ArrayList<>();
        if (histogram.getTotalCount() == 0) {
            return figures;
        }
        figures.add(milliseconds(name, histogram.getMean() / NANOS));
        figures.add(milliseconds(name + ".stddev", histogram.getStdDeviation() / NANOS));
        for (double percentile : percentiles) {
            if (Tail.carries(histogram.getTotalCount(), percentile)) {
                figures.add(milliseconds(
                        name + "." + word(percentile), histogram.getValueAtPercentile(percentile) / NANOS));
            }
        }
        return figures;
    }

    /** Which of the quoted percentiles so many operations carry. */
    static Verdict enough(long operations) {
        String missing = QUOTED.stream()
                .filter(p -> !Tail.carries(operations, p))
                .map(LatencyFigures::word)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Verdict.ok("percentiles", "%d operations".formatted(operations))
                : Verdict.note(
                        "percentiles",
                        "%d operations are too few for %s, left out: fewer than %d lie beyond"
                                .formatted(operations, missing, Tail.LEAST));
    }

    static String word(double percentile) {
        return "p" + (percentile == Math.rint(percentile) ? "%.0f" : "%s").formatted(percentile);
    }

    /** A time in ms, of which less is better. */
    static Measurement milliseconds(String name, double value) {
        return new Measurement(name, "ms", Better.LOWER, value);
    }
}
