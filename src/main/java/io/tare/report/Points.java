package io.tare.report;

import io.tare.stats.Values;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Points in the order they ran, 12 bytes each. Immutable once made. */
final class Points extends AbstractList<Point> implements RandomAccess {
    private int[] trials = new int[16];
    private double[] values = new double[16];
    private int size;
    private Values held = new Values(values);

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
        held = new Values(values);
        return this;
    }

    /** Of {@link #trimmed} ones. */
    Values values() {
        return held;
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
