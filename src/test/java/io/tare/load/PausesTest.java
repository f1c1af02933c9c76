package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PausesTest {
    private static final long MS = 1_000_000;

    private final Pauses pauses = new Pauses();

    @Test
    void wakingLateIsAPause() {
        pauses.sleepUntil(10 * MS);
        pauses.running(14 * MS);
        assertThat(pauses.count()).isEqualTo(1);
        assertThat(pauses.longest()).isEqualTo(4 * MS);
    }

    @Test
    void sleepingAndBeingWokenEarlyIsNot() {
        pauses.sleepUntil(10 * MS);
        pauses.running(3 * MS);
        pauses.sleepUntil(20 * MS);
        pauses.running(20 * MS + 900_000);
        assertThat(pauses.count()).isZero();
    }

    @Test
    void aGapBetweenTwoAnswersOfOneBatchIsAPause() {
        pauses.sleepUntil(10 * MS);
        pauses.running(2 * MS);
        pauses.running(5 * MS);
        assertThat(pauses.count()).isEqualTo(1);
        assertThat(pauses.longest()).isEqualTo(3 * MS);
    }
}
