package io.tare.run;

/** A run that cannot begin or go on. The message says what to do; what was measured until then is kept. */
public class RunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The testbed lacks what is needed, or may not be changed. Nothing was measured. */
    public static final class Missing extends RunException {
        private static final long serialVersionUID = 1L;

        public Missing(String message) {
            super(message);
        }
    }
}
