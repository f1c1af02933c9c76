package io.tare.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a set of values looks like. Quartiles are type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50 (1996), the preset of R and NumPy. Whiskers and outliers are Tukey's ("Exploratory Data Analysis", 1977): a whisker
 * ends at the last value within 1.5 times the interquartile range of its quartile; values beyond it are outliers.
 *
 * @param stddev of the sample (n - 1); NaN for one value
 * @param outliers in ascending order
 */
public record Summary(
        int n,
        double mean,
        double stddev,
        double min,
        double q1,
        double median,
        double q3,
        double max,
        double whiskerLow,
        double whiskerHigh,
        List<Double> outliers) {
    public Summary {
        outliers = List.copyOf(outliers);
    }

    /** Summarises at least one finite value; {@link IllegalArgumentException} else. */
    public static Summary of(double[] values) {
        Objects.requireNonNull(values, "values is null");
        if (values.length == 0) {
            throw new IllegalArgumentException("no values to summarise");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return of(values, sorted);
    }

    /** @param sorted the same values in ascending order */
    static Summary of(double[] values, double[] sorted) {
        if (!Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("values to summarise must be finite");
        }
        double mean = mean(values);
        double q1 = quantile(sorted, 0.25);
        double q3 = quantile(sorted, 0.75);
        double low = q1 - 1.5 * (q3 - q1);
        double high = q3 + 1.5 * (q3 - q1);
        int first = 0;
        while (sorted[first] < low) {
            first++;
        }
        int last = sorted.length - 1;
        while (sorted[last] > high) {
            last--;
        }
        List<Double> outside = IntStream.concat(IntStream.range(0, first), IntStream.range(last + 1, sorted.length))
                .mapToObj(i -> sorted[i])
                .toList();
        return new Summary(
                values.length,
                mean,
                stddev(values, mean),
                sorted[0],
                q1,
                quantile(sorted, 0.5),
                q3,
                sorted[sorted.length - 1],
                sorted[first],
                sorted[last],
                outside);
    }

    /** The quantile {@code p} of ascending values, by linear interpolation (type 7). */
    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the sample (n - 1); NaN for one value. */
    static double stddev(double[] values, double mean) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
