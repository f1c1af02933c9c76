package io.tare.stats;

/** Seeds of a bootstrap from a run's seed and a row's name, so that no row depends on another. */
public final class RowSeed {
    private RowSeed() {}

    /** FNV-1a (RFC 9923) over the words that name the row, a line each, joined with the seed. */
    public static long of(long seed, String... words) {
        String name = String.join("\n", words);
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        return seed ^ hash;
    }
}
