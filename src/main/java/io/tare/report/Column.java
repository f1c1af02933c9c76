package io.tare.report;

import io.tare.result.MetricValues;
import io.tare.result.Sample;

/** One metric of a cell's samples. Immutable once made. */
final class Column {
    private final MetricValues metric;
    private final Points points = new Points();
    private final Points apart = new Points();
    private int missing;

    Column(String metric) {
        this.metric = new MetricValues(metric);
    }

    /** Only while it is made; samples in the order they ran. */
    void add(Sample sample) {
        double value = metric.of(sample);
        switch (sample.outcome()) {
            case FAILED -> {
                // it has no numbers
            }
            case INVALID -> {
                if (Double.isFinite(value)) {
                    apart.append(sample.trial(), value);
                }
            }
            case VALID -> {
                if (Double.isFinite(value)) {
                    points.append(sample.trial(), value);
                } else {
                    missing++;
                }
            }
        }
    }

    Column trimmed() {
        points.trimmed();
        apart.trimmed();
        return this;
    }

    /** The valid samples' values, finite. */
    Points points() {
        return points;
    }

    /** The invalid samples'. */
    Points apart() {
        return apart;
    }

    /** Valid samples that have no such value. */
    int missing() {
        return missing;
    }
}
