package io.tare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tare.result.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts that need more than the client's output: what the path carries, and when sar looked. */
class OfferedLoadTest {
    private static final Instant BEGUN = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"25166, 14600, INVALID", "13000, 14600, NOTE", "1678, 14600, OK"})
    void whatIsOfferedIsHeldAgainstWhatThePathCarries(double offered, double carries, Verdict.Level level) {
        assertThat(Capacity.verdict(offered, carries)).hasValueSatisfying(verdict -> {
            assertThat(verdict.name()).isEqualTo("offered-load");
            assertThat(verdict.level()).isEqualTo(level);
            assertThat(verdict.finding()).contains("%.0f".formatted(offered)).contains("%.0f".formatted(carries));
        });
    }

    @Test
    void aClosedLoopAndAPathNotMeasuredHaveNoSuchVerdict() {
        assertThat(Capacity.verdict(0, 14_600)).isEmpty();
        assertThat(Capacity.verdict(1000, Double.NaN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.25, OK", "-0.25, OK", "0.35, NOTE", "-0.6, NOTE"})
    void sarHasToLookAtTheMeasuredSeconds(double skew, Verdict.Level level) {
        assertThat(LeadIn.verdict(BEGUN.plusNanos(Math.round(skew * 1e9)), BEGUN))
                .hasValueSatisfying(verdict -> assertThat(verdict.level()).isEqualTo(level));
    }

    @Test
    void howLongAClientTakesToBeginIsLearntFromTheTrialBefore() {
        LeadIn leadIn = new LeadIn();
        assertThat(leadIn.of("nginx-1kb")).isZero();
        leadIn.learn("nginx-1kb", BEGUN.minusMillis(1600), BEGUN, 1);
        assertThat(leadIn.of("nginx-1kb")).isCloseTo(0.6, within(1e-9));
        assertThat(leadIn.of("redis")).isZero();
    }
}
