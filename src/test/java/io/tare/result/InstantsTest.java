package io.tare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private final Instants instants = new Instants();

    @Test
    void timesAreThoseOfTheJdkWhateverTheirMinuteAndFraction() {
        Instant time = Instant.parse("2026-12-31T23:58:57Z");
        for (int i = 0; i < 5_000; i++) {
            time = time.plusNanos(i % 3 == 0 ? 1_000_000_000 : i % 3 == 1 ? 35_250_000_000L : 123_456_789);
            assertThat(instants.parse(time.toString())).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T10:00:03+01:00",
                "2026-11-24T10:00:03.Z",
                "2026-11-24T10:00:03.5Z",
                "2016-12-31T23:59:60Z",
                "+12026-11-24T10:00:03Z"
            })
    void otherFormsAreReadAsTheJdkDoes(String text) {
        assertThat(instants.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-11-24T10:00:03",
                "2026-13-24T10:00:03Z",
                "2026-11-24T10:00:0xZ",
                "2026-11-24T10:00Z",
                "2026-11-24x10:00:03Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> instants.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
