package io.tare.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.result.Verdict;
import io.tare.result.Verdict.Level;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void whatIsUnderWayWhenTheSecondsEndIsNoQueue() {
        assertThat(reached(296, 50, 6)).isEqualTo(Level.OK);
        assertThat(reached(295, 50, 6)).isEqualTo(Level.INVALID);
    }

    @Test
    void amongManyOperationsAHundredthMissingIsARateNotReached() {
        assertThat(reached(29_700, 3_000, 10)).isEqualTo(Level.OK);
        assertThat(reached(29_600, 3_000, 10)).isEqualTo(Level.INVALID);
    }

    private static Level reached(long answers, double offered, double seconds) {
        Verdict verdict = Checks.answeredRate(answers / seconds, offered, seconds, "requests/s");
        return verdict.level();
    }
}
