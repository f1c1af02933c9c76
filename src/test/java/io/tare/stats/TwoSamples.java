package io.tare.stats;

import java.util.Arrays;

/** The distance of two samples of equal size by Kolmogorov and Smirnov: the largest difference of their cumulative distributions. */
final class TwoSamples {
    private TwoSamples() {}

    static double distance(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        int i = 0;
        int j = 0;
        int most = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            most = Math.max(most, Math.abs(i - j));
        }
        return (double) most / a.length;
    }

    /** What samples of the same distribution exceed once in a thousand times (Smirnov 1948); less often where values repeat. */
    static double limit(int size) {
        return 1.949 * Math.sqrt(2.0 / size);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
