package io.tare.load;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a memcached server is spoken to, by memtier_benchmark's names. */
enum MemcachedProtocol {
    /** The classic text protocol: {@code get}, {@code set}. */
    TEXT("memcache_text"),
    /** The binary protocol of memcached 1.4 and later: 24-byte headers. */
    BINARY("memcache_binary"),
    /** The meta commands of memcached 1.6 and later: {@code mg}, {@code ms}. */
    META("memcache_meta");

    private final String word;

    MemcachedProtocol(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static MemcachedProtocol of(String word) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no protocol; there are %s"
                        .formatted(
                                word,
                                Arrays.stream(values())
                                        .map(MemcachedProtocol::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
