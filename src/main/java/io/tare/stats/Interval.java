package io.tare.stats;

/** A confidence interval; {@code level} is 0.95 for 95%. */
public record Interval(double low, double high, double level) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
