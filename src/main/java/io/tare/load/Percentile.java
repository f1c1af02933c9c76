package io.tare.load;

/** The percentiles that are printed. */
enum Percentile {
    P50("p50", 50),
    P75("p75", 75),
    P90("p90", 90),
    P99("p99", 99),
    P99_9("p99.9", 99.9),
    P99_99("p99.99", 99.99);

    private final String word;
    private final double percent;

    Percentile(String word, double percent) {
        this.word = word;
        this.percent = percent;
    }

    String word() {
        return word;
    }

    double percent() {
        return percent;
    }
}
