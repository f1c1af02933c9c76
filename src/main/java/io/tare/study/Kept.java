package io.tare.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies that keep their order, so that what is made from them is the same byte for byte every time; {@code Map.copyOf} does not. */
final class Kept {
    private Kept() {}

    static <K, V> Map<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
