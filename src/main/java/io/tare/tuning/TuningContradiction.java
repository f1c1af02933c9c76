package io.tare.tuning;

import io.tare.host.HostException;

/** Two tunings of one combination want different values of one setting. */
public final class TuningContradiction extends HostException {
    private static final long serialVersionUID = 1L;

    TuningContradiction(String message) {
        super(message);
    }
}
