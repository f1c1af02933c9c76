package io.tare.result;

import io.tare.study.Better;
import java.util.Objects;

/**
 * One number of a sample.
 *
 * @param metric a word of the project's list: {@code throughput}, {@code latency.p99}, {@code cpu.client} …
 * @param unit as shown to people: {@code Mbit/s}, {@code ms}, {@code %}
 */
public record Measurement(String metric, String unit, Better better, double value) {
    public Measurement {
        Objects.requireNonNull(metric, "metric is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(better, "better is null");
    }

    /** Whether a workload is run for it: a throughput, a mean latency, or transactions a second where more is better. */
    public static boolean main(String metric, Better better) {
        return metric.equals("throughput")
                || metric.endsWith("_throughput")
                || metric.equals("latency")
                || metric.endsWith("_latency")
                || (metric.equals("tps") && better == Better.HIGHER);
    }
}
