package io.tare.load;

import io.netty.buffer.ByteBuf;

/** The meta commands, as memcached's protocol.txt says: {@code mg KEY v}, {@code ms KEY SIZE}. */
final class MemcachedMeta extends MemcachedLines {
    private static final byte[] GET = ascii("mg ");
    private static final byte[] WITH_VALUE = ascii(" v\r\n");
    private static final byte[] SET = ascii("ms ");
    private static final byte[] END_OF_LINE = ascii("\r\n");
    private static final byte[] VALUE = ascii("va ");
    private static final byte[] NO_VALUE = ascii("en");
    private static final byte[] STORED = ascii("hd");
    private static final byte[] NOT_STORED = ascii("ns");

    MemcachedMeta(MemcachedRequests requests) {
        super(requests);
    }

    @Override
    public Operation ask(ByteBuf out) {
        Operation operation = requests().next();
        if (operation == Operation.GET) {
            out.writeBytes(GET);
            requests().key(out);
            out.writeBytes(WITH_VALUE);
        } else {
            out.writeBytes(SET);
            requests().key(out);
            out.writeByte(' ');
            writeSize(out);
            out.writeBytes(END_OF_LINE);
            requests().value(out);
            out.writeBytes(END_OF_LINE);
        }
        return operation;
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
