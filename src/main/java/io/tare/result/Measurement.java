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
}
