package io.tare.load;

import io.netty.buffer.ByteBuf;

/** Draws the requests of one connection: whether to set or to get, and which key. */
final class MemcachedRequests {
    private final MemcachedLoad load;
    private final Keys setKeys;
    private final Keys getKeys;
    private final byte[] prefix;
    private final byte[] value;
    private final byte[] digits = new byte[20];
    private int turn;
    private int firstDigit;

    MemcachedRequests(MemcachedLoad load, int number, byte[] value) {
        this.load = load;
        this.prefix = load.prefixBytes();
        this.value = value;
        this.setKeys = new Keys(load.setPattern(), load.least(), load.greatest(), 2L * number);
        this.getKeys = new Keys(load.getPattern(), load.least(), load.greatest(), 2L * number + 1);
    }

    /** Draws the next request. */
    Operation next() {
        boolean set = turn < load.sets();
        turn = turn + 1 == load.sets() + load.gets() ? 0 : turn + 1;
        long key = (set ? setKeys : getKeys).next();
        int first = digits.length;
        do {
            digits[--first] = (byte) ('0' + key % 10);
            key /= 10;
        } while (key > 0);
        firstDigit = first;
        return set ? Operation.SET : Operation.GET;
    }

    int keyLength() {
        return prefix.length + digits.length - firstDigit;
    }

    void key(ByteBuf out) {
        out.writeBytes(prefix).writeBytes(digits, firstDigit, digits.length - firstDigit);
    }

    /** Bytes of every value. */
    int size() {
        return value.length;
    }

    void value(ByteBuf out) {
        out.writeBytes(value);
    }
}
