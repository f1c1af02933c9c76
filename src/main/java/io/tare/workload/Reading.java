package io.tare.workload;

import io.tare.result.Measurement;
import io.tare.result.Verdict;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one trial of a workload gave.
 *
 * @param seconds really measured, in s, as the client says
 * @param histograms latencies in nanoseconds by operation ({@code all}, {@code set}, {@code get}); empty where the client gives none
 */
public record Reading(
        double seconds, List<Measurement> metrics, List<Verdict> verdicts, Map<String, Histogram> histograms) {
    public Reading {
        metrics = List.copyOf(metrics);
        verdicts = List.copyOf(verdicts);
        histograms = Map.copyOf(histograms);
    }
}
