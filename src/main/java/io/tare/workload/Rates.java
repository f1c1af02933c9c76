package io.tare.workload;

import java.util.Locale;

/** Rates as a study writes them: bit/s, or with K, M or G, powers of 1000. The study reader has checked them. */
final class Rates {
    private static final double BITS = 1e-6;

    private Rates() {}

    /** In Mbit/s; 0 is unlimited. */
    static double megabits(String rate) {
        String text = rate.toUpperCase(Locale.ROOT);
        double factor = switch (text.charAt(text.length() - 1)) {
            case 'K' -> 1e-3;
            case 'M' -> 1;
            case 'G' -> 1e3;
            default -> BITS;
        };
        return factor * Double.parseDouble(factor == BITS ? text : text.substring(0, text.length() - 1));
    }
}
