package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Series;
import io.tare.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one trial of a workload gave.
 *
 * @param seconds really measured, in s, as the client says; NaN where it measured the study's seconds and does not say how exactly
 * @param histograms latencies in nanoseconds by operation ({@code all}, {@code set}, {@code get}, {@code raw}); empty where the client
 *     gives none
 * @param series what the measured seconds went through; empty for most
 * @param begun when the measured seconds began by the clock of the client's host, or null where the client does not say
 */
public record Reading(
        double seconds,
        List<Measurement> metrics,
        List<Verdict> verdicts,
        Map<String, Histogram> histograms,
        List<Series> series,
        @Nullable Instant begun) {
    public Reading {
        metrics = List.copyOf(metrics);
        verdicts = List.copyOf(verdicts);
        histograms = Map.copyOf(histograms);
        series = List.copyOf(series);
    }

    /** The reading of a client that gives no series. */
    public Reading(
            double seconds,
            List<Measurement> metrics,
            List<Verdict> verdicts,
            Map<String, Histogram> histograms,
            @Nullable Instant begun) {
        this(seconds, metrics, verdicts, histograms, List.of(), begun);
    }

    /** The reading of a client that does not say when its measured seconds began. */
    public Reading(
            double seconds, List<Measurement> metrics, List<Verdict> verdicts, Map<String, Histogram> histograms) {
        this(seconds, metrics, verdicts, histograms, List.of(), null);
    }
}
