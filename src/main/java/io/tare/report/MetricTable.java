package io.tare.report;

import io.tare.stats.Bootstrap;
import io.tare.stats.Summary;
import io.tare.study.Better;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One metric of one workload: a row for every cell of the study, in the study's order.
 *
 * @param baseline the label of the row that others are compared with
 */
public record MetricTable(
        String workload,
        String metric,
        String unit,
        Better better,
        Weight weight,
        String baseline,
        List<CellRow> rows) {
    public MetricTable {
        Objects.requireNonNull(workload, "workload is null");
        Objects.requireNonNull(metric, "metric is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(better, "better is null");
        Objects.requireNonNull(weight, "weight is null");
        Objects.requireNonNull(baseline, "baseline is null");
        rows = List.copyOf(rows);
    }

    /** How much room a metric gets. */
    public enum Weight {
        /** What the workload is measured for: charts and the first tables. */
        MAIN,
        /** What explains it: a table. */
        DETAIL,
        /** What the hosts did meanwhile: a section of its own. */
        CPU
    }

    /** Whether values are compared with the baseline. */
    public boolean judged() {
        return better != Better.NEITHER;
    }

    /** Whether more of it, where {@code effect} is positive, or less is better. */
    boolean improves(double effect) {
        return effect > 0 == (better == Better.HIGHER);
    }

    /** Which way it improves, for people. */
    public String direction() {
        return MetricMeaning.direction(better);
    }

    /** The row that others are compared with; empty where it is not among the rows. */
    Optional<CellRow> baselineRow() {
        return rows.stream().filter(CellRow::baseline).findFirst();
    }

    /** Why the ratio of a row has no interval ({@link Bootstrap#ratioOfMeans}): what the row lacks, or what the baseline does. */
    String noInterval(CellRow row) {
        double[] base = baselineRow().map(CellRow::values).orElse(new double[0]);
        int own = row.points().size();
        if (own < Bootstrap.LEAST) {
            return "%s: too few for an interval, which takes %d".formatted(samples(own), Bootstrap.LEAST);
        }
        String name = Plain.line(baseline);
        if (base.length < Bootstrap.LEAST) {
            return "%s of %s: too few for an interval, which takes %d"
                    .formatted(samples(base.length), name, Bootstrap.LEAST);
        }
        return Arrays.stream(base).allMatch(v -> v > 0)
                ? "values too large for an interval"
                : "%s is too near zero for an interval".formatted(name);
    }

    private static String samples(int n) {
        return n + (n == 1 ? " sample" : " samples");
    }

    /** Of the ratios, the same in all rows. */
    int ratioDecimals() {
        return Numbers.ratioDecimals(
                rows.stream().flatMap(row -> row.change().stream()).toList());
    }

    /** The rows of tunings that can be compared with their mode without one. */
    List<CellRow> gains() {
        return rows.stream().filter(row -> row.gain().isPresent()).toList();
    }

    /** Of the gains, the same in all rows. */
    int gainDecimals() {
        return Numbers.ratioDecimals(
                rows.stream().flatMap(row -> row.gain().stream()).toList());
    }

    /** The means of rows that have one. */
    double[] means() {
        return rows.stream()
                .flatMap(row -> row.summary().stream())
                .mapToDouble(Summary::mean)
                .toArray();
    }

    /** Of means, deviations and intervals, the same in all rows. */
    int decimals() {
        return Numbers.decimals(means());
    }

    boolean hasExcluded() {
        return rows.stream().anyMatch(r -> r.excluded().count() > 0);
    }

    /** The largest mean, for bars; 0 without any. */
    double largestMean() {
        return Arrays.stream(means()).filter(Double::isFinite).max().orElse(0);
    }
}
