package io.tare.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What the text protocol and the meta commands share: answers are lines, a value follows its line. */
abstract sealed class MemcachedLines implements Conversation permits MemcachedText, MemcachedMeta {
    private static final byte[] SERVER_ERROR = ascii("server_error");
    private static final byte[] CLIENT_ERROR = ascii("client_error");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] END_OF_LINE = ascii("\r\n");

    private final MemcachedRequests requests;
    private final LineReader line = new LineReader();
    private final byte[] beforeGetKey;
    private final byte[] afterGetKey;
    private final byte[] beforeSetKey;
    private final byte[] afterSetKey;
    private long left;
    private boolean afterValue;
    private boolean valueSeen;
    private long valueBytes;
    private boolean refused;
    private @Nullable String garbage;

    /**
     * @param get what comes before the key of a GET, and {@code got} what comes after it
     * @param set what comes before the key of a SET, and {@code size} what comes between it and the value's size
     */
    MemcachedLines(MemcachedRequests requests, String get, String got, String set, String size) {
        this.requests = requests;
        this.beforeGetKey = ascii(get);
        this.afterGetKey = ascii(got);
        this.beforeSetKey = ascii(set);
        this.afterSetKey = ascii(size + requests.size() + "\r\n");
    }

    /** Makes sense of a line that is no error and no value's end: {@link #value}, {@link #stored}, {@link #found} or {@link #unknown}. */
    abstract Answer line(LineReader line, Operation asked);

    /** Whether a line follows the value before its answer is whole. */
    abstract boolean lineAfterValue();

    @Override
    public final Operation ask(ByteBuf out) {
        Operation operation = requests.next();
        boolean set = operation == Operation.SET;
        out.writeBytes(set ? beforeSetKey : beforeGetKey);
        requests.key(out);
        out.writeBytes(set ? afterSetKey : afterGetKey);
        if (set) {
            requests.value(out);
            out.writeBytes(END_OF_LINE);
        }
        return operation;
    }

    @Override
    public final Answer read(ByteBuf in, Operation asked) {
        while (true) {
            if (left > 0) {
                int bytes = (int) Math.min(left, in.readableBytes());
                in.skipBytes(bytes);
                left -= bytes;
                if (left > 0) {
                    return Answer.MORE;
                }
            }
            if (!line.read(in)) {
                return line.tooLong() ? garbage("a line of more than 64 KiB") : Answer.MORE;
            }
            Answer answer = afterValue ? valueEnd() : understand(asked);
            if (answer != Answer.MORE) {
                valueSeen = false;
                return answer;
            }
        }
    }

    @Override
    public final Answer end() {
        return Answer.MORE;
    }

    @Override
    public final boolean closing() {
        return false;
    }

    @Override
    public final void restart() {
        line.restart();
        left = 0;
        afterValue = false;
        valueSeen = false;
        garbage = null;
    }

    @Override
    public final String detail() {
        if (garbage != null) {
            return garbage;
        }
        return refused
                ? "'" + line.quoted() + "'"
                : "a value of %d bytes instead of %d".formatted(valueBytes, requests.size());
    }

    /** A value of {@code bytes} follows; -1 where the line does not say how many. */
    final Answer value(long bytes) {
        if (bytes < 0 || valueSeen) {
            return unknown();
        }
        valueSeen = true;
        valueBytes = bytes;
        left = bytes;
        afterValue = true;
        return Answer.MORE;
    }

    /** The GET is answered: with the value that came before, or with none. */
    final Answer found() {
        if (!valueSeen) {
            return Answer.MISS;
        }
        refused = false;
        return valueBytes == requests.size() ? Answer.HIT : Answer.WRONG_LENGTH;
    }

    final Answer stored() {
        return Answer.RIGHT;
    }

    /** A whole answer that says no. */
    final Answer refused() {
        refused = true;
        return Answer.WRONG_STATUS;
    }

    final Answer unknown() {
        return garbage("'" + line.quoted() + "'");
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private Answer understand(Operation asked) {
        if (!valueSeen
                && line.length() >= ERROR.length
                && (line.has(0, SERVER_ERROR) || line.has(0, CLIENT_ERROR) || line.has(0, ERROR))) {
            return refused();
        }
        return line(line, asked);
    }

    private Answer valueEnd() {
        if (line.length() != 0) {
            return garbage("a value longer than its length");
        }
        afterValue = false;
        return lineAfterValue() ? Answer.MORE : found();
    }

    private Answer garbage(String what) {
        garbage = what;
        return Answer.GARBAGE;
    }
}
