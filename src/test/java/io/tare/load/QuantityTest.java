package io.tare.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"10s, 10000", "10, 10000", "500ms, 500", "1.5s, 1500", "2m, 120000", "1h, 3600000", "0, 0"})
    void durationsAreWrittenAsInWrk2(String text, long millis) {
        assertThat(Quantity.duration(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"3000, 3000", "3k, 3000", "2M, 2000000", "0.5, 0.5"})
    void countsAreToo(String text, double count) {
        assertThat(Quantity.count(text)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "10 s", "1d", "s", "1e3", "NaN"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Quantity.duration(text)).hasMessageContaining("is no duration");
        assertThatThrownBy(() -> Quantity.count(text)).hasMessageContaining("is no number");
    }
}
