package io.tare.serve;

import java.util.Map;

/** A request that is not answered as it was meant to be: the status says of which kind the reason is, the message what to do. */
final class Refusal extends RuntimeException {
    private final int status;
    private final transient Map<String, String> headers;

    Refusal(int status, String message) {
        this(status, message, Map.of());
    }

    Refusal(int status, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.headers = headers;
    }

    static Refusal notFound(String what) {
        return new Refusal(404, what);
    }

    /** As plain text. */
    Answer answer() {
        return Answer.text(status, getMessage() + "\n").with(headers);
    }
}
