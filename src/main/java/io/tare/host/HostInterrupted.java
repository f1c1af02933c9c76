package io.tare.host;

/** The thread that waited for a host was interrupted: the user wants to end. The thread's interrupted state is set. */
public final class HostInterrupted extends HostException {
    private static final long serialVersionUID = 1L;

    public HostInterrupted(String during) {
        super("Interrupted while " + during);
        Thread.currentThread().interrupt();
    }
}
