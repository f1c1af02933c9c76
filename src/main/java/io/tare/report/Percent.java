package io.tare.report;

import io.tare.stats.Comparison;
import io.tare.stats.Interval;

/** A ratio as people say it: {@code throughput 73% lower [70, 75]}; from three times on as a multiple. */
final class Percent {
    private Percent() {}

    static String words(String metric, Comparison change) {
        String name = Plain.line(metric);
        double ratio = change.ratio();
        if (!Double.isFinite(ratio) || ratio < 0) {
            return "%s at a ratio that says nothing".formatted(name);
        }
        if (ratio >= 3) {
            return "%s %s times as high%s".formatted(name, Numbers.fixed(ratio, 1), interval(change, 1, false));
        }
        boolean lower = ratio < 1;
        double percent = 100 * Math.abs(ratio - 1);
        return "%s %s%% %s%s"
                .formatted(
                        name,
                        Numbers.fixed(percent, digits(percent)),
                        lower ? "lower" : "higher",
                        interval(change, digits(percent), true));
    }

    private static int digits(double percent) {
        return percent < 9.95 ? 1 : 0;
    }

    private static String interval(Comparison change, int decimals, boolean percent) {
        if (change.interval().isEmpty()) {
            return "";
        }
        Interval of = change.interval().get();
        boolean lower = change.ratio() < 1;
        double a = percent ? 100 * (lower ? 1 - of.high() : of.low() - 1) : of.low();
        double b = percent ? 100 * (lower ? 1 - of.low() : of.high() - 1) : of.high();
        return " [%s, %s]".formatted(Numbers.fixed(a, decimals), Numbers.fixed(b, decimals));
    }
}
