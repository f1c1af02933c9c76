package io.tare.result;

import java.util.List;
import java.util.Objects;

/**
 * What a sample's trial went through: one value for each step of its measured seconds.
 *
 * @param name of what is measured, as a metric's: {@code upload_throughput}
 * @param unit as shown to people
 * @param step length of each, in s; the first begins with the measured seconds
 * @param values one a step, in order
 */
public record Series(String name, String unit, double step, List<Double> values) {
    public Series {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(unit, "unit is null");
        if (!(step > 0)) {
            throw new IllegalArgumentException("step is not above 0: " + step);
        }
        values = List.copyOf(values);
    }
}
