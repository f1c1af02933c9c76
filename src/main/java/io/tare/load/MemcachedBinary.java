package io.tare.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** The binary protocol, as memcached's "Binary Protocol Revamped" says: a 24-byte header, extras, key, value. */
final class MemcachedBinary implements Conversation {
    private static final int HEADER = 24;
    private static final byte REQUEST = (byte) 0x80;
    private static final byte RESPONSE = (byte) 0x81;
    private static final byte GET = 0x00;
    private static final byte SET = 0x01;
    /** Flags and expiry. */
    private static final int SET_EXTRAS = 8;

    private static final int NO_ERROR = 0;
    private static final int KEY_NOT_FOUND = 1;
    /** What is kept of an error's text. */
    private static final int TEXT = 100;

    private final MemcachedRequests requests;
    private final ByteBuf header = Unpooled.buffer(HEADER, HEADER);
    private final ByteBuf text = Unpooled.buffer(TEXT, TEXT);
    private int status;
    private long left;
    private long valueLength;
    private @Nullable String garbage;

    MemcachedBinary(MemcachedRequests requests) {
        this.requests = requests;
    }

    @Override
    public Operation ask(ByteBuf out) {
        Operation operation = requests.next();
        boolean set = operation == Operation.SET;
        int key = requests.keyLength();
        int extras = set ? SET_EXTRAS : 0;
        out.writeByte(REQUEST).writeByte(set ? SET : GET).writeShort(key).writeByte(extras);
        out.writeByte(0).writeShort(0);
        out.writeInt(extras + key + (set ? requests.size() : 0)).writeInt(0).writeLong(0);
        if (set) {
            out.writeLong(0);
        }
        requests.key(out);
        if (set) {
            requests.value(out);
        }
        return operation;
    }

    @Override
    public Answer read(ByteBuf in, Operation asked) {
        if (header.isWritable()) {
            in.readBytes(header, Math.min(header.writableBytes(), in.readableBytes()));
            if (header.isWritable()) {
                return Answer.MORE;
            }
            if (!begin(asked)) {
                return Answer.GARBAGE;
            }
        }
        int bytes = (int) Math.min(left, in.readableBytes());
        if (status == NO_ERROR || status == KEY_NOT_FOUND) {
            in.skipBytes(bytes);
        } else {
            int kept = Math.min(bytes, text.writableBytes());
            in.readBytes(text, kept).skipBytes(bytes - kept);
        }
        left -= bytes;
        if (left > 0) {
            return Answer.MORE;
        }
        header.clear();
        return whole(asked);
    }

    @Override
    public Answer end() {
        return Answer.MORE;
    }

    @Override
    public boolean closing() {
        return false;
    }

    @Override
    public void restart() {
        header.clear();
        left = 0;
        garbage = null;
    }

    @Override
    public String detail() {
        if (garbage != null) {
            return garbage;
        }
        return status != NO_ERROR
                ? "status 0x%04x '%s'".formatted(status, text.toString(ISO_8859_1))
                : "a value of %d bytes instead of %d".formatted(valueLength, requests.size());
    }

    private boolean begin(Operation asked) {
        byte opcode = asked == Operation.SET ? SET : GET;
        long body = header.getUnsignedInt(8);
        int before = header.getUnsignedShort(2) + header.getUnsignedByte(4);
        if (header.getByte(0) != RESPONSE || header.getByte(1) != opcode || before > body) {
            garbage = "a header that begins 0x%08x".formatted(header.getInt(0));
            return false;
        }
        status = header.getUnsignedShort(6);
        left = body;
        valueLength = body - before;
        text.clear();
        return true;
    }

    private Answer whole(Operation asked) {
        if (asked == Operation.GET && status == KEY_NOT_FOUND) {
            return Answer.MISS;
        }
        if (status != NO_ERROR) {
            return Answer.WRONG_STATUS;
        }
        if (asked == Operation.SET) {
            return Answer.RIGHT;
        }
        if (valueLength != requests.size()) {
            return Answer.WRONG_LENGTH;
        }
        return Answer.HIT;
    }
}
