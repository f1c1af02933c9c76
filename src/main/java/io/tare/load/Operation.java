package io.tare.load;

/** What a request does, as far as latencies are kept apart. */
enum Operation {
    /** Any HTTP request. */
    REQUEST("all"),
    SET("set"),
    GET("get");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** Its name in every output. */
    String word() {
        return word;
    }
}
