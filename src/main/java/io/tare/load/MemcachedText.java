package io.tare.load;

/** The classic text protocol, as memcached's protocol.txt says: {@code get KEY}, {@code set KEY 0 0 SIZE}. */
final class MemcachedText extends MemcachedLines {
    private static final byte[] STORED = ascii("stored");
    private static final byte[] NOT_STORED = ascii("not_stored");
    private static final byte[] VALUE = ascii("value ");
    private static final byte[] END = ascii("end");

    MemcachedText(MemcachedRequests requests) {
        super(requests, "get ", "\r\n", "set ", " 0 0 ");
    }

    @Override
    Answer line(LineReader line, Operation asked) {
        if (asked == Operation.GET) {
            if (line.has(0, VALUE)) {
                return value(thirdNumber(line));
            }
            return line.length() == END.length && line.has(0, END) ? found() : unknown();
        }
        if (line.has(0, STORED)) {
            return stored();
        }
        return line.has(0, NOT_STORED) ? refused() : unknown();
    }

    @Override
    boolean lineAfterValue() {
        return true;
    }

    /** Of {@code VALUE key flags bytes [cas]} the bytes; -1 where there are none. */
    private static long thirdNumber(LineReader line) {
        int blanks = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.at(i) == ' ' && ++blanks == 3) {
                return line.number(i + 1);
            }
        }
        return -1;
    }
}
