package io.tare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looked at after every pair, and stopped at the first that looks good: as a search does. */
class PairedSequenceTest {
    private static final int RUNS = 2000;
    private static final int MOST = 60;

    /** Noises with a centre of 0, symmetric, of very different shapes; in logarithms, so 0.05 is about 5%. */
    enum Noise {
        NORMAL,
        QUIET,
        LOUD,
        HEAVY_TAILED,
        TWO_VALUED,
        MOSTLY_NOTHING;

        double draw(SplittableRandom random) {
            return switch (this) {
                case NORMAL -> 0.05 * random.nextGaussian();
                case QUIET -> 0.002 * random.nextGaussian();
                case LOUD -> 0.6 * random.nextGaussian();
                case HEAVY_TAILED -> 0.02 * Math.tan(Math.PI * (random.nextDouble() - 0.5));
                case TWO_VALUED -> random.nextBoolean() ? 0.03 : -0.03;
                case MOSTLY_NOTHING ->
                    random.nextInt(10) == 0 ? 0.3 * random.nextGaussian() : 0.001 * random.nextGaussian();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKnobThatDoesNothingIsBelievedInAtMostFivePercentOfSearches(Noise noise) {
        SplittableRandom random = new SplittableRandom(20190501);
        int believed = 0;
        for (int run = 0; run < RUNS; run++) {
            PairedSequence pairs = new PairedSequence();
            while (pairs.pairs() < MOST && pairs.above(0) < 20) {
                pairs.add(noise.draw(random));
            }
            believed += pairs.above(0) >= 20 ? 1 : 0;
        }
        assertThat(believed).isLessThanOrEqualTo((int) (0.05 * RUNS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, -0.3})
    void theIntervalHoldsTheTruthAtAllTimesAtOnce(double truth) {
        SplittableRandom random = new SplittableRandom(7);
        int missed = 0;
        for (int run = 0; run < 500; run++) {
            PairedSequence pairs = new PairedSequence();
            boolean held = true;
            while (pairs.pairs() < 30) {
                pairs.add(truth + 0.04 * random.nextGaussian());
                Interval range = pairs.within(0.95);
                held &= range.contains(truth);
            }
            missed += held ? 0 : 1;
        }
        assertThat(missed).isLessThanOrEqualTo(25);
    }

    @Test
    void aClearEffectIsSeenInEightPairsAndOneOfASpreadInAboutTwenty() {
        assertThat(medianPairsToSee(0.15, 0.01)).isLessThanOrEqualTo(8);
        assertThat(medianPairsToSee(0.04, 0.04)).isLessThanOrEqualTo(22);
    }

    @Test
    void nothingIsKnownBeforeTheFirstPair() {
        PairedSequence pairs = new PairedSequence();
        assertThat(pairs.above(0)).isEqualTo(1);
        assertThat(pairs.within(0.95))
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95));
    }

    @Test
    void theIntervalNarrowsRoundTheMeanAsPairsCome() {
        SplittableRandom random = new SplittableRandom(3);
        PairedSequence pairs = new PairedSequence();
        for (int i = 0; i < 200; i++) {
            pairs.add(0.1 + 0.03 * random.nextGaussian());
        }
        Interval range = pairs.within(0.95);
        assertThat(range.low()).isBetween(0.07, 0.1);
        assertThat(range.high()).isBetween(0.1, 0.13);
    }

    @Test
    void aPairThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new PairedSequence().add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int medianPairsToSee(double effect, double spread) {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, 301)
                .map(_ -> {
                    PairedSequence pairs = new PairedSequence();
                    while (pairs.above(0) < 20) {
                        pairs.add(effect + spread * random.nextGaussian());
                    }
                    return pairs.pairs();
                })
                .sorted()
                .skip(150)
                .findFirst()
                .orElseThrow();
    }
}
