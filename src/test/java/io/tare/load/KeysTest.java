package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
    @Test
    void sequentialKeysGoRound() {
        assertThat(keys(KeyPattern.SEQUENTIAL, 5, 7, 4)).containsExactly(5, 6, 7, 5);
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsWithinTheKeySpaceAndNoneIsLeftOut(KeyPattern pattern) {
        assertThat(LongStream.of(keys(pattern, 100, 109, 20_000)).distinct().sorted())
                .containsExactly(100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L);
    }

    @Test
    void gaussianKeysLieAroundTheMiddleWithASixthOfTheSpaceAsDeviation() {
        double[] keys = LongStream.of(keys(KeyPattern.GAUSSIAN, 0, 599_999, 50_000))
                .asDoubleStream()
                .toArray();
        double mean = Arrays.stream(keys).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(keys)
                .map(key -> (key - mean) * (key - mean))
                .average()
                .orElseThrow());
        assertThat(mean).isCloseTo(300_000, within(2_000.0));
        assertThat(deviation).isCloseTo(99_000, within(2_000.0)); // cut at three deviations, so a little under 100,000
    }

    @Test
    void theSeedDecidesTheKeys() {
        assertThat(keys(KeyPattern.RANDOM, 0, 1_000_000, 50)).isEqualTo(keys(KeyPattern.RANDOM, 0, 1_000_000, 50));
    }

    @Test
    void theSharesOfAPreFillAreTheWholeKeySpace() {
        MemcachedLoad load =
                new MemcachedLoad(MemcachedProtocol.TEXT, 1, 10, "k", 3, 102, KeyPattern.RANDOM, KeyPattern.RANDOM, 1);
        long next = 3;
        for (int number = 0; number < 7; number++) {
            MemcachedLoad share = load.share(number, 7);
            assertThat(share.least()).isEqualTo(next);
            next = share.greatest() + 1;
        }
        assertThat(next).isEqualTo(103);
    }

    private static long[] keys(KeyPattern pattern, long least, long greatest, int count) {
        Keys keys = new Keys(pattern, least, greatest, 42);
        return LongStream.generate(keys::next).limit(count).toArray();
    }
}
