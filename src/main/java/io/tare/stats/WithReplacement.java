package io.tare.stats;

import java.util.SplittableRandom;

/**
 * Draws values with replacement and adds them up, several at a time: one of the sums of all pairs (triples, …) of the values, drawn uniformly, is
 * distributed as two (three, …) values drawn one by one. Three places are drawn of one random word, as the first digits of a fraction in the
 * table's length as base; no place is likelier than another by more than 1 in 30,000.
 */
final class WithReplacement {
    /** The longest table of sums: it stays in a core's first cache. */
    private static final int LONGEST = 1 << 12;

    private static final int AT_ONCE = 3;
    /** Bits of the fraction, so that its product with a table's length is positive. */
    private static final int BITS = 63 - 12;

    private static final long FRACTION = (1L << BITS) - 1;

    private final double[] values;
    private final int together;
    private final double[] sums;

    /** Of at least one value, and fewer than {@link Bootstrap#MANY}. */
    WithReplacement(double[] values) {
        this.values = values;
        int size = values.length;
        int draws = 1;
        while (draws < values.length && (long) size * values.length <= LONGEST) {
            size *= values.length;
            draws++;
        }
        together = draws;
        sums = sums(values, draws);
    }

    /** The sum of so many values drawn. */
    double sum(int draws, SplittableRandom random) {
        return sum(sums, draws / together, random) + sum(values, draws % together, random);
    }

    private static double sum(double[] table, int draws, SplittableRandom random) {
        long length = table.length;
        double first = 0;
        double second = 0;
        double third = 0;
        int left = draws;
        for (; left >= AT_ONCE; left -= AT_ONCE) {
            long scaled = (random.nextLong() & FRACTION) * length;
            first += table[(int) (scaled >>> BITS)];
            scaled = (scaled & FRACTION) * length;
            second += table[(int) (scaled >>> BITS)];
            scaled = (scaled & FRACTION) * length;
            third += table[(int) (scaled >>> BITS)];
        }
        for (; left > 0; left--) {
            first += table[(int) (((random.nextLong() & FRACTION) * length) >>> BITS)];
        }
        return first + second + third;
    }

    private static double[] sums(double[] values, int draws) {
        double[] sums = {0};
        for (int i = 0; i < draws; i++) {
            double[] longer = new double[sums.length * values.length];
            int at = 0;
            for (double sum : sums) {
                for (double value : values) {
                    longer[at++] = sum + value;
                }
            }
            sums = longer;
        }
        return sums;
    }
}
