package io.tare.stats;

import java.util.SplittableRandom;

/**
 * Bootstrap replicates of the median without resampling. A resample of n sorted values takes those at floor(n U) for n uniform U, so its k-th
 * smallest stands at floor(n U(k)), where U(k), the k-th smallest of the U, has the distribution Beta(k, n + 1 - k); given it, the next one is the least
 * of n - k uniform draws above it (H. A. David and H. N. Nagaraja, "Order Statistics", 2003, sections 2.1 and 2.5; for the bootstrap of the median
 * B. Efron, Annals of Statistics 7, 1979). Each replicate costs the same whatever n is.
 */
final class ResampledMedian {
    private final double[] sorted;
    private final int rank;

    /** Of ascending values, at least {@link Bootstrap#LEAST}. */
    ResampledMedian(double[] sorted) {
        this.sorted = sorted;
        rank = (sorted.length + 1) / 2;
    }

    /** Medians of as many resamples. */
    double[] replicates(int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int above = sorted.length - rank;
        double[] medians = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double lower = gamma(rank, random);
            double uniform = lower / (lower + gamma(above + 1, random));
            double median = at(uniform);
            if (sorted.length % 2 == 0) {
                double next = uniform + (1 - uniform) * (1 - Math.pow(random.nextDouble(), 1.0 / above));
                median = between(median, at(next));
            }
            medians[i] = median;
        }
        return medians;
    }

    /** The medians that remain when one value is left out, each in turn. */
    double[] leftOut() {
        double[] medians = new double[sorted.length];
        int middle = (sorted.length - 1) / 2;
        for (int i = 0; i < medians.length; i++) {
            medians[i] =
                    sorted.length % 2 == 0 ? without(i, middle) : between(without(i, middle - 1), without(i, middle));
        }
        return medians;
    }

    private double without(int left, int place) {
        return sorted[place < left ? place : place + 1];
    }

    private double at(double uniform) {
        return sorted[Math.min((int) (uniform * sorted.length), sorted.length - 1)];
    }

    /** As {@link Summary#quantile} has it, so that a replicate that equals the estimate does so to the last bit. */
    private static double between(double low, double high) {
        return low + 0.5 * (high - low);
    }

    /** A gamma variate of scale 1 and a shape of at least 1: G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000). */
    private static double gamma(double shape, SplittableRandom random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
