package io.tare.stats;

import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The mean of a set of values with its bootstrap replicates: the means of {@link Bootstrap#RESAMPLES} resamples, each as many values drawn with
 * replacement (B. Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7, 1979). Drawn once, they serve the interval of
 * the mean and of its ratio to any other.
 *
 * <p>The same values and seed give the same replicates. Sets that are compared need different seeds, for their draws must be independent.
 * Below {@link Bootstrap#LEAST} values nothing is drawn. From {@link Bootstrap#MANY} on the replicates are normal, with the deviation that
 * resampling would give them (central limit theorem). Holds 32 kB; immutable.
 */
public final class ResampledMean {
    private final double[] values;
    private final double mean;
    private final double[] replicates;
    private final long seed;

    private ResampledMean(double[] values, long seed) {
        this.values = values;
        this.seed = seed;
        mean = Summary.mean(values);
        replicates = values.length < Bootstrap.LEAST || values.length >= Bootstrap.MANY
                ? new double[0]
                : drawn(values, new SplittableRandom(seed));
    }

    public static ResampledMean of(double[] values, long seed) {
        Objects.requireNonNull(values, "values is null");
        return new ResampledMean(values.clone(), seed);
    }

    /** How many values there are. */
    public int size() {
        return values.length;
    }

    /** NaN without values. */
    public double mean() {
        return mean;
    }

    double[] values() {
        return values;
    }

    double standardError() {
        return Summary.stddev(values, mean) / Math.sqrt(values.length);
    }

    /** The replicates in the order drawn; not to be changed. */
    double[] replicates() {
        return values.length < Bootstrap.MANY ? replicates : normal();
    }

    /** The means that remain when one value is left out, each in turn. */
    double[] leftOut() {
        double sum = mean * values.length;
        double[] means = new double[values.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (sum - values[i]) / (means.length - 1);
        }
        return means;
    }

    private static double[] drawn(double[] values, SplittableRandom random) {
        WithReplacement draws = new WithReplacement(values);
        double[] means = new double[Bootstrap.RESAMPLES];
        for (int i = 0; i < means.length; i++) {
            means[i] = draws.sum(values.length, random) / values.length;
        }
        return means;
    }

    private double[] normal() {
        SplittableRandom random = new SplittableRandom(seed);
        double deviation = standardError() * Math.sqrt((values.length - 1.0) / values.length);
        double[] means = new double[Bootstrap.RESAMPLES];
        for (int i = 0; i < means.length; i++) {
            means[i] = mean + deviation * random.nextGaussian();
        }
        return means;
    }
}
