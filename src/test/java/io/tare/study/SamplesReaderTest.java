package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesReaderTest {
    @Test
    void aNumberIsANumberAndARuleIsARule() {
        assertThat(read("12")).satisfies(s -> {
            assertThat(s.samples()).isEqualTo(12);
            assertThat(s.stopping()).isNull();
        });
        assertThat(read("{until: 2%}").sampling()).isEqualTo("until ±2%, 10 to 60");
        assertThat(read("{until: 0.5%, at-least: 6, at-most: 40}")).satisfies(s -> {
            assertThat(s.samples()).isEqualTo(40);
            assertThat(s.stopping()).isEqualTo(new Stopping(0.005, 6));
        });
    }

    @Test
    void aNumberOnTheCommandLineTakesTheRuleAway() {
        Study narrowed = new Narrowing(8, null, null, null, null, null).of(read("{until: 2%}"));
        assertThat(narrowed.sampling()).isEqualTo("8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{at-most: 30} | needs 'until'",
                "{until: 2} | 'until' of samples must be a percentage",
                "{until: 0%} | 'until' of samples must be a percentage",
                "{until: 2%, at-least: 3} | 'at-least' of samples must be a whole number from 6 to 1000000",
                "{until: 2%, at-least: 30, at-most: 20} | 'at-most' of samples (20) is below its 'at-least' (30)",
                "{until: 2%, atmost: 20} | did you mean 'at-most'",
                "[2%] | 'samples' of the study must be a whole number from 1 to 1000000"
            })
    void saysWhatIsWrong(String samples, String mistake) {
        assertThatThrownBy(() -> read(samples))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining(mistake);
    }

    private static Study read(String samples) {
        return new StudyReader(AllWords.VOCABULARY)
                .read("modes: [host, nat]\nworkloads: [iperf3-tcp]\nsamples: " + samples + "\n", "test.yaml");
    }
}
