package io.tare.load;

/** How keys are drawn from the key space; the letters are memtier_benchmark's. */
enum KeyPattern {
    /** Each key as likely as the next. */
    RANDOM,
    /** One after the other, from the least to the greatest and again. */
    SEQUENTIAL,
    /** Normally distributed around the middle, with a sixth of the key space as deviation; what falls outside is drawn again. */
    GAUSSIAN;

    static KeyPattern of(char letter) {
        return switch (letter) {
            case 'R' -> RANDOM;
            case 'S' -> SEQUENTIAL;
            case 'G' -> GAUSSIAN;
            default ->
                throw new IllegalArgumentException(
                        "'%s' is no key pattern; there are R (random), S (sequential) and G (gaussian)"
                                .formatted(letter));
        };
    }
}
