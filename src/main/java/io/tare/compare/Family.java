package io.tare.compare;

/**
 * The comparisons that are corrected together. Each belongs to one family, and within one the probability of any false alarm is 5% at most: so what a
 * gate watches does not lose its power to metrics that nobody asked about.
 */
public enum Family {
    /** Named by a gate. */
    GATED,
    /** A throughput or a mean latency. */
    MAIN,
    /** All that explains them. */
    OTHER
}
