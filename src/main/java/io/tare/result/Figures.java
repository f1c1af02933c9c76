package io.tare.result;

import io.tare.study.Better;
import java.util.List;
import java.util.Objects;

/**
 * One metric of one cell.
 *
 * @param values of the valid samples in the order they ran, finite
 */
public record Figures(String metric, String unit, Better better, List<Double> values) {
    public Figures {
        Objects.requireNonNull(metric, "metric is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(better, "better is null");
        values = List.copyOf(values);
    }

    public double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
