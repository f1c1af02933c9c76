package io.tare.result;

/** A run folder that cannot be written or read. The message says which file and what to do. */
public class ResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResultException(String message) {
        super(message);
    }

    public ResultException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The folder named for a run cannot hold one. Nothing was measured. */
    public static final class Unusable extends ResultException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Another Tare writes to the run. */
    public static final class Busy extends ResultException {
        private static final long serialVersionUID = 1L;

        Busy(String message) {
            super(message);
        }
    }
}
