package io.tare.report;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Points in the order they ran, 12 bytes each. Immutable once made. */
final class Points extends AbstractList<Point> implements RandomAccess {
    private int[] trials = new int[16];
    private double[] values = new double[16];
    private int size;
    private volatile double @Nullable [] ascending;

    static Points of(List<Point> list) {
        if (list instanceof Points same) {
            return same;
        }
        Points points = new Points();
        list.forEach(point -> points.append(point.trial(), point.value()));
        return points.trimmed();
    }

    /** Only while they are made. */
    void append(int trial, double value) {
        if (size == trials.length) {
            trials = Arrays.copyOf(trials, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        trials[size] = trial;
        values[size++] = value;
    }

    /** These, with no room for more. */
    Points trimmed() {
        trials = Arrays.copyOf(trials, size);
        values = Arrays.copyOf(values, size);
        return this;
    }

    /** Not to be changed; of {@link #trimmed} ones. */
    double[] values() {
        return values;
    }

    /** The values in ascending order, sorted once; not to be changed. */
    double[] ascending() {
        double[] sorted = ascending;
        if (sorted == null) {
            sorted = values.clone();
            Arrays.sort(sorted);
            ascending = sorted;
        }
        return sorted;
    }

    @Override
    public Point get(int index) {
        return new Point(trials[index], values[index]);
    }

    @Override
    public int size() {
        return size;
    }
}
