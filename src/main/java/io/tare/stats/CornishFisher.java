package io.tare.stats;

/**
 * The distribution of the mean of n values drawn with replacement, by its first four cumulants: E. A. Cornish and R. A. Fisher, "Moments and
 * Cumulants in the Specification of Distributions", Revue de l'Institut International de Statistique 5 (1937); that it is the bootstrap's, to
 * order 1 / n, P. Hall, "The Bootstrap and Edgeworth Expansion" (1992), sections 2.5 and 3.2.
 *
 * @param skewness of the mean: that of the values over the square root of n
 * @param excess of the mean: the values' excess kurtosis over n
 */
record CornishFisher(double mean, double deviation, double skewness, double excess) {
    static CornishFisher of(double[] values) {
        double mean = Summary.mean(values);
        double n = values.length;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : values) {
            double off = value - mean;
            double square = off * off;
            second += square;
            third += square * off;
            fourth += square * square;
        }
        double variance = second / n;
        return new CornishFisher(
                mean,
                Math.sqrt(variance / n),
                variance == 0 ? 0 : third / n / Math.pow(variance, 1.5) / Math.sqrt(n),
                variance == 0 ? 0 : (fourth / n / (variance * variance) - 3) / n);
    }

    /** Whether the terms left out are below a hundredth of a deviation within the central 99%; not so where a few far values rule the mean. */
    boolean close() {
        return Math.abs(skewness) < 0.15 && Math.abs(excess) < 0.05;
    }

    /** The mean at a standard normal variate. */
    double at(double z) {
        double square = z * z;
        double bent = skewness * (square - 1) / 6
                + excess * z * (square - 3) / 24
                - skewness * skewness * z * (2 * square - 5) / 36;
        return mean + deviation * (z + bent);
    }

    /** Without skewness and excess: normal. */
    CornishFisher straight() {
        return new CornishFisher(mean, deviation, 0, 0);
    }
}
