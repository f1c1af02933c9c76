package io.tare.host;

/** A command in a container did not end in time and was killed. */
public final class ExecTimeout extends HostException {
    private static final long serialVersionUID = 1L;
    private final String printed;

    ExecTimeout(String message, String printed) {
        super(message);
        this.printed = printed;
    }

    /** What it had printed on standard output until then. */
    public String printed() {
        return printed;
    }
}
