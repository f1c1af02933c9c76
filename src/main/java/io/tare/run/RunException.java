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
}
