package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {
    /** 10,000 operations have exactly ten beyond p99.9, though 10,000 * (100 - 99.9) / 100 is a little less in binary numbers. */
    @ParameterizedTest
    @CsvSource({
        "10000, 99.9, 10, true",
        "9999, 99.9, 9, false",
        "1000, 99, 10, true",
        "999, 99, 9, false",
        "95, 90, 9, false",
        "100, 90, 10, true",
        "20, 50, 10, true",
        "19, 50, 9, false",
        "0, 50, 0, false",
        "1000000000000, 99.999, 10000000, true"
    })
    void tenWholeOperationsHaveToLieBeyond(long operations, double percentile, long beyond, boolean carries) {
        assertThat(Tail.beyond(operations, percentile)).isEqualTo(beyond);
        assertThat(Tail.carries(operations, percentile)).isEqualTo(carries);
    }
}
