package io.tare.load;

/** When requests are sent. */
sealed interface Pace {
    /** Closed loop: the next request goes out when an answer has come, so the server sets the rate. */
    record Max() implements Pace {}

    /**
     * Open loop: requests are due at a constant rate, whatever the answers do.
     *
     * @param perSecond over all connections, above 0
     */
    record Constant(double perSecond) implements Pace {
        public Constant {
            if (!(perSecond > 0) || perSecond > 1e9) {
                throw new IllegalArgumentException(
                        "a rate of %s/s cannot be held; give one above 0, or 'max' for a closed loop"
                                .formatted(perSecond));
            }
        }
    }

    /** Reads {@code max} or requests per second, with {@code k} or {@code M} as in wrk2. */
    static Pace of(String text) {
        return text.equals("max") ? new Max() : new Constant(Quantity.count(text));
    }
}
