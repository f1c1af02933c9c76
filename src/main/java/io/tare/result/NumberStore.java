package io.tare.result;

/**
 * Keeps the numbers of many samples in few arrays: they stand side by side in memory, and there is less to collect. An array is not changed where it was once kept. Not safe
 * for use by several threads.
 */
final class NumberStore {
    private static final int TOGETHER = 1 << 13;

    private double[] array = new double[0];
    private int used;

    /** Keeps the first numbers of these; answers where they begin in {@link #array}. */
    int keep(double[] numbers, int size) {
        if (used + size > array.length) {
            array = new double[Math.max(TOGETHER, size)];
            used = 0;
        }
        System.arraycopy(numbers, 0, array, used, size);
        used += size;
        return used - size;
    }

    /** Where the last ones were kept. */
    double[] array() {
        return array;
    }
}
