package io.tare.result;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The numbers of a sample. Samples of one cell have the same metrics, which those that are read from a file share: each then holds its values alone.
 * Immutable.
 */
final class Measurements extends AbstractList<Measurement> implements RandomAccess {
    private final Measurement[] kinds;
    private final double[] values;
    private final int from;

    private Measurements(Measurement[] kinds, double[] values, int from) {
        this.kinds = kinds;
        this.values = values;
        this.from = from;
    }

    /**
     * @param kinds metrics with any value, not to be changed; {@code values} neither
     * @param from where the first one's value stands
     */
    static Measurements shared(Measurement[] kinds, double[] values, int from) {
        return new Measurements(kinds, values, from);
    }

    static Measurements of(List<Measurement> list) {
        return list instanceof Measurements same
                ? same
                : new Measurements(
                        list.toArray(Measurement[]::new),
                        list.stream().mapToDouble(Measurement::value).toArray(),
                        0);
    }

    /** The same object for samples of one kind; not to be changed. */
    Measurement[] kinds() {
        return kinds;
    }

    /** Where a metric stands first; -1 where there is none. */
    int place(String metric) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].metric().equals(metric)) {
                return i;
            }
        }
        return -1;
    }

    double at(int place) {
        return values[from + place];
    }

    @Override
    public Measurement get(int index) {
        Measurement kind = kinds[index];
        return new Measurement(kind.metric(), kind.unit(), kind.better(), values[from + index]);
    }

    @Override
    public int size() {
        return kinds.length;
    }
}
