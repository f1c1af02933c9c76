package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How numbers are written for people, the same in every form of the report. A number that is none is a dash. */
final class Numbers {
    static final String NONE = "\u2013";
    private static final char MINUS = '\u2212';
    private static final double HUGE = 1e9;
    private static final double TINY = 1e-4;

    private Numbers() {}

    /**
     * The decimals of a table's columns: four significant digits for its smallest mean, as long as the largest keeps to six.
     *
     * @param means those that are not finite, or 0, count for nothing
     */
    static int decimals(double[] means) {
        return decimals(means, 4);
    }

    static int decimals(double[] means, int digits) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double mean : means) {
            double size = Math.abs(mean);
            if (Double.isFinite(size) && size >= TINY) {
                least = Math.min(least, size);
                most = Math.max(most, size);
            }
        }
        if (most == 0) {
            return 1;
        }
        int wanted = digits - 1 - (int) Math.floor(Math.log10(least));
        int allowed = 4 - (int) Math.floor(Math.log10(most));
        return Math.clamp(Math.min(wanted, allowed), 0, 5);
    }

    /** With thousands separated; very large and very small numbers with a power of ten. */
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (size >= HUGE || (size > 0 && size < TINY)) {
            return String.format(Locale.ROOT, "%.2e", value).replace('-', MINUS);
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0.,]+") ? text.substring(1) : text.replace('-', MINUS);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String interval(Optional<Interval> interval, int decimals) {
        return interval.map(i -> "[%s, %s]".formatted(fixed(i.low(), decimals), fixed(i.high(), decimals)))
                .orElse(NONE);
    }

    /** {@code 0.36}; without the interval. */
    static String ratio(Comparison change, int decimals) {
        return fixed(change.ratio(), decimals);
    }

    /** {@code [0.34, 0.39]}; empty where there is no interval. */
    static String ratioInterval(Comparison change, int decimals) {
        return change.interval().map(i -> interval(Optional.of(i), decimals)).orElse("");
    }

    /** The decimals of a table's ratios: two, or three where two would blur a narrow interval or a small ratio. */
    static int ratioDecimals(List<Comparison> changes) {
        boolean fine = changes.stream()
                .anyMatch(c -> Math.abs(c.ratio()) < 0.1
                        || c.interval().filter(i -> i.high() - i.low() < 0.02).isPresent());
        boolean coarse = changes.stream().anyMatch(c -> Math.abs(c.ratio()) >= 100);
        return coarse ? 1 : fine ? 3 : 2;
    }

    static String p(double p) {
        return Double.isNaN(p) ? NONE : p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
