package io.tare.tuning;

import io.tare.host.HostException;

/** A testbed cannot have a tuning. The message says which host lacks what. */
public final class TuningUnavailable extends HostException {
    private static final long serialVersionUID = 1L;

    TuningUnavailable(String message) {
        super(message);
    }
}
