package io.tare.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * What is asked of a memcached server, whatever the protocol.
 *
 * @param sets SETs in a round, then
 * @param gets GETs in the same round
 * @param prefix what every key begins with, before its number
 * @param least the least key number, in 0..{@code greatest}
 * @param size bytes of a value
 */
record MemcachedLoad(
        MemcachedProtocol protocol,
        int sets,
        int gets,
        String prefix,
        long least,
        long greatest,
        KeyPattern setPattern,
        KeyPattern getPattern,
        int size) {
    /** The longest key that memcached takes, in bytes. */
    static final int LONGEST_KEY = 250;

    private static final int LARGEST_VALUE = 1 << 30;

    MemcachedLoad {
        if (sets < 0 || gets < 0 || sets + gets == 0) {
            throw new IllegalArgumentException("the ratio %d:%d asks for nothing".formatted(sets, gets));
        }
        if (least < 0 || greatest < least) {
            throw new IllegalArgumentException("the key space from %d to %d holds no key".formatted(least, greatest));
        }
        if (prefix.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new IllegalArgumentException(
                    "the key prefix '%s' has blanks or characters that memcached takes in no key".formatted(prefix));
        }
        if (prefix.length() + Long.toString(greatest).length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "keys of this prefix would be longer than the %d bytes that memcached takes"
                            .formatted(LONGEST_KEY));
        }
        if (size < 1 || size > LARGEST_VALUE) {
            throw new IllegalArgumentException("a value has 1 byte to 1 GiB, not %d bytes".formatted(size));
        }
    }

    /**
     * The conversation of one connection.
     *
     * @param number tells connections apart and seeds its keys
     * @param value what it sets, from {@link #value()}; made once for all connections, for values may be large
     */
    Conversation conversation(int number, byte[] value) {
        MemcachedRequests requests = new MemcachedRequests(this, number, value);
        return switch (protocol) {
            case TEXT -> new MemcachedText(requests);
            case META -> new MemcachedMeta(requests);
            case BINARY -> new MemcachedBinary(requests);
        };
    }

    /** The part of {@code parts} that connection {@code number} stores when all keys are set once; sequential SETs alone. */
    MemcachedLoad share(int number, int parts) {
        long span = greatest - least + 1;
        long from = least + span * number / parts;
        long to = least + span * (number + 1) / parts - 1;
        return new MemcachedLoad(protocol, 1, 0, prefix, from, to, KeyPattern.SEQUENTIAL, KeyPattern.SEQUENTIAL, size);
    }

    /** A value of the load's size. */
    byte[] value() {
        byte[] value = new byte[size];
        Arrays.fill(value, (byte) 'x');
        return value;
    }

    byte[] prefixBytes() {
        return prefix.getBytes(US_ASCII);
    }
}
