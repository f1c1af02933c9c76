package io.tare.monitor;

/** What a host did could not be read. The trial stands without it. */
public class MonitorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MonitorException(String message) {
        super(message);
    }
}
