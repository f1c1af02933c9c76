package io.tare.load;

import java.util.SplittableRandom;

/** The numbers of the keys that one connection asks for, from {@code least} to {@code greatest}, both included. The same seed gives the same keys. */
final class Keys {
    private final KeyPattern pattern;
    private final long least;
    private final long size;
    private final SplittableRandom random;
    private long next;

    Keys(KeyPattern pattern, long least, long greatest, long seed) {
        this.pattern = pattern;
        this.least = least;
        this.size = greatest - least + 1;
        this.random = new SplittableRandom(seed);
    }

    long next() {
        return least
                + switch (pattern) {
                    case RANDOM -> random.nextLong(size);
                    case SEQUENTIAL -> sequential();
                    case GAUSSIAN -> gaussian();
                };
    }

    private long sequential() {
        long key = next;
        next = key + 1 == size ? 0 : key + 1;
        return key;
    }

    private long gaussian() {
        while (true) {
            long key = Math.round((size - 1) / 2.0 + random.nextGaussian() * size / 6);
            if (key >= 0 && key < size) {
                return key;
            }
        }
    }
}
