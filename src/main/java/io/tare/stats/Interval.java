package io.tare.stats;

/** A confidence interval; {@code level} is 0.95 for 95%. */
public record Interval(double low, double high, double level) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether it reaches no further than this share of its middle to either side, 0.02 for 2%. */
    public boolean within(double share) {
        return (high - low) / 2 <= share * (Math.abs(low + high) / 2);
    }
}
