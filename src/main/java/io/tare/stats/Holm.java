package io.tare.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for several tests at once: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal
 * of Statistics 6 (1979). The same as R's {@code p.adjust(p, "holm")}.
 */
public final class Holm {
    private Holm() {}

    /** The adjusted values in the order given. NaN (no test was possible) stays NaN and counts for nothing. */
    public static double[] adjust(double[] p) {
        double[] adjusted = p.clone();
        int[] ascending = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double least = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            least = Math.max(least, Math.min(1, p[ascending[rank]] * (ascending.length - rank)));
            adjusted[ascending[rank]] = least;
        }
        return adjusted;
    }
}
