package io.tare.host;

/** Something on a host did not go as asked. The message says what was tried, where, what came back and what to do. */
public class HostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HostException(String message) {
        super(message);
    }

    public HostException(String message, Throwable cause) {
        super(message, cause);
    }
}
