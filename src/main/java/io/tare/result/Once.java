package io.tare.result;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Objects that repeat, each kept once; beyond some thousand different ones they are taken as they come. Safe for use by several threads. */
final class Once {
    private static final int MOST = 50_000;

    private final ConcurrentHashMap<Object, Object> known = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** The first one that was equal to this. */
    <T> T of(T value) {
        @SuppressWarnings("unchecked") // equal objects of these types have the same type
        T first = (T) known.get(value);
        if (first != null) {
            return first;
        }
        if (count.get() >= MOST) {
            return value;
        }
        @SuppressWarnings("unchecked")
        T other = (T) known.putIfAbsent(value, value);
        if (other == null) {
            count.incrementAndGet();
        }
        return other == null ? value : other;
    }
}
