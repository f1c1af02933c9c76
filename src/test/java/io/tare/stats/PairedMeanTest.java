package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against Student's own example: the additional hours of sleep of ten patients (Biometrika 6, 1908), as R's t.test has it. */
class PairedMeanTest {
    @Test
    void theIntervalOfStudentsSleepData() {
        double[] gained = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        Interval interval = PairedMean.interval(gained, 0.95).orElseThrow();
        assertThat(interval.low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(interval.high()).isCloseTo(2.4598858, within(1e-6));
    }

    @Test
    void onePairHasNone() {
        assertThat(PairedMean.interval(new double[] {1}, 0.95)).isEmpty();
    }
}
