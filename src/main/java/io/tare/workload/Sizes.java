package io.tare.workload;

import java.util.Locale;

/** Sizes as a study writes them: bytes, or with K, M or G, powers of 1024. The study reader has checked them. */
final class Sizes {
    private Sizes() {}

    static long of(String size) {
        String text = size.toUpperCase(Locale.ROOT);
        int shift = switch (text.charAt(text.length() - 1)) {
            case 'K' -> 10;
            case 'M' -> 20;
            case 'G' -> 30;
            default -> 0;
        };
        return Long.parseLong(shift == 0 ? text : text.substring(0, text.length() - 1)) << shift;
    }

    /** For tools that take no suffix. */
    static String bytes(String size) {
        return Long.toString(of(size));
    }
}
