package io.tare.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void theEndIsKept() {
        assertThat(LastWords.of("a".repeat(1000) + "the cause\n\n"))
                .hasSize(400)
                .endsWith("the cause");
        assertThat(LastWords.of("short", 3)).isEqualTo("ort");
        assertThat(LastWords.of(" \n")).isEqualTo("(no output)");
        assertThat(LastWords.of(" \n", 3)).isEmpty();
    }

    @Test
    void whatStoodOnStandardErrorComesFirst() {
        assertThat(LastWords.of(new ExecResult(1, "out", "err\n", Duration.ZERO)))
                .isEqualTo("err");
        assertThat(LastWords.of(new ExecResult(1, "out", "\n", Duration.ZERO))).isEqualTo("out");
    }
}
