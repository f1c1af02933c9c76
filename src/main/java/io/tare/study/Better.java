package io.tare.study;

/** Which way a metric improves. */
public enum Better {
    HIGHER,
    LOWER,
    /** The metric describes the trial and is not judged (a CPU share, an offered rate). */
    NEITHER
}
