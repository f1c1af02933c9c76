package io.tare.stats;

import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The mean of a set of values with its bootstrap replicates: the means of {@link Bootstrap#RESAMPLES} resamples, each as many values drawn with
 * replacement (B. Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7, 1979). Made once, they serve the interval of
 * the mean and of its ratio to any other.
 *
 * <p>Below {@link Bootstrap#LEAST} values there are none. From {@link #SMOOTH} values on each replicate is drawn at one stroke from the
 * distribution that resampling would give it ({@link CornishFisher}), wherever that is closer than 4,000 resamples could tell; else value by value.
 *
 * <p>The same values and seed give the same replicates. Sets that are compared need different seeds, for their draws must be independent.
 * Holds 32 kB; immutable.
 */
public final class ResampledMean {
    /** From here on a resampled mean takes so many values that its distribution has no steps that show. */
    static final int SMOOTH = 64;

    private final double[] values;
    private final double mean;
    private final double[] replicates;
    private final long seed;
    private final Values held;

    private ResampledMean(Values held, long seed) {
        this.held = held;
        values = held.inOrder();
        this.seed = seed;
        mean = Summary.mean(values);
        replicates = values.length < Bootstrap.LEAST || values.length >= Bootstrap.MANY
                ? new double[0]
                : resampled(values, new SplittableRandom(seed));
    }

    public static ResampledMean of(double[] values, long seed) {
        Objects.requireNonNull(values, "values is null");
        return of(new Values(values.clone()), seed);
    }

    public static ResampledMean of(Values values, long seed) {
        return new ResampledMean(values, seed);
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

    /** The values sorted; not to be changed. */
    double[] ascending() {
        return held.ascending();
    }

    /** What the values look like; empty without any. {@link IllegalArgumentException} where one is not finite. */
    public Optional<Summary> summary() {
        return values.length == 0 ? Optional.empty() : Optional.of(Summary.of(values, ascending()));
    }

    long seed() {
        return seed;
    }

    double standardError() {
        return Summary.stddev(values, mean) / Math.sqrt(values.length);
    }

    /** The replicates in the order drawn; not to be changed. Of {@link Bootstrap#MANY} values they are made when asked for: few need them. */
    double[] replicates() {
        if (values.length < Bootstrap.MANY) {
            return replicates;
        }
        CornishFisher distribution = CornishFisher.of(values);
        return expanded(distribution.close() ? distribution : distribution.straight(), new SplittableRandom(seed));
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

    private static double[] resampled(double[] values, SplittableRandom random) {
        CornishFisher distribution = CornishFisher.of(values);
        return values.length >= SMOOTH && distribution.close() ? expanded(distribution, random) : drawn(values, random);
    }

    private static double[] expanded(CornishFisher distribution, SplittableRandom random) {
        double[] means = new double[Bootstrap.RESAMPLES];
        for (int i = 0; i < means.length; i++) {
            means[i] = distribution.at(random.nextGaussian());
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
}
