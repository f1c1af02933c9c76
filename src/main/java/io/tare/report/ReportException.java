package io.tare.report;

/** A report that cannot be written. The message says which file and what to do. */
public class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
