package io.tare.load;

/** The meta commands, as memcached's protocol.txt says: {@code mg KEY v}, {@code ms KEY SIZE}. */
final class MemcachedMeta extends MemcachedLines {
    private static final byte[] VALUE = ascii("va ");
    private static final byte[] NO_VALUE = ascii("en");
    private static final byte[] STORED = ascii("hd");
    private static final byte[] NOT_STORED = ascii("ns");

    MemcachedMeta(MemcachedRequests requests) {
        super(requests, "mg ", " v\r\n", "ms ", " ");
    }

    @Override
    Answer line(LineReader line, Operation asked) {
        if (asked == Operation.GET) {
            if (line.has(0, VALUE)) {
                return value(line.number(VALUE.length));
            }
            return line.length() == NO_VALUE.length && line.has(0, NO_VALUE) ? found() : unknown();
        }
        if (line.has(0, STORED)) {
            return stored();
        }
        return line.has(0, NOT_STORED) ? refused() : unknown();
    }

    @Override
    boolean lineAfterValue() {
        return false;
    }
}
