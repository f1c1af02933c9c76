package io.tare.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values as they came, and sorted: once for all that need them so. Immutable: neither array is to be changed. */
public final class Values {
    private final double[] inOrder;
    private volatile double @Nullable [] ascending;

    /** @param inOrder not copied */
    public Values(double[] inOrder) {
        this.inOrder = inOrder;
    }

    public double[] inOrder() {
        return inOrder;
    }

    public double[] ascending() {
        double[] sorted = ascending;
        if (sorted == null) {
            sorted = inOrder.clone();
            Arrays.sort(sorted);
            ascending = sorted;
        }
        return sorted;
    }
}
