package io.tare.workload;

/** A client's output that gives no numbers. The message is one sentence that can stand as a trial's reason. */
public class WorkloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkloadException(String message) {
        super(message);
    }
}
