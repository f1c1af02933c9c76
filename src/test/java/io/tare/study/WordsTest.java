package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "host, host, 0",
        "Host, hOST, 0",
        "hots, host, 1", // two letters swapped are one slip
        "ovrlay, overlay, 1",
        "iperf, iperf3-tcp, 5",
        "'', nat, 3"
    })
    void slipsAreCounted(String one, String other, int slips) {
        assertThat(Words.distance(one, other)).isEqualTo(slips);
        assertThat(Words.distance(other, one)).isEqualTo(slips);
    }

    @Test
    void theNearestWordIsSuggestedOrElseAll() {
        List<String> modes = List.of("host", "nat", "overlay");
        assertThat(Words.suggestion("ovrelay", modes)).isEqualTo("; did you mean 'overlay'?");
        assertThat(Words.suggestion("weave", modes)).isEqualTo("; there are host, nat, overlay");
        assertThat(Words.suggestion("rps", List.of("none"))).isEqualTo("; there is none");
        assertThat(Words.suggestion("rps", List.of())).isEmpty();
    }

    @Test
    void aTextOfAnyLengthIsAnsweredAtOnce() {
        assertThat(Words.suggestion("x".repeat(500_000), List.of("host"))).isEqualTo("; there is host");
        assertThat(Words.cut("x".repeat(500_000))).hasSize(61);
        assertThat(Words.cut("two\nlines")).isEqualTo("two lines");
    }

    @Test
    void commandsAreSplitAtBlanksOutsideOfQuotes() {
        assertThat(Words.split("redis-server --save '' --port  {port}"))
                .containsExactly("redis-server", "--save", "", "--port", "{port}");
        assertThat(Words.split("sh -c 'echo \"a b\"; exit 1'")).containsExactly("sh", "-c", "echo \"a b\"; exit 1");
        assertThat(Words.split("a\"b c\"d\t e\n")).containsExactly("ab cd", "e");
        assertThat(Words.split("  ")).isEmpty();
    }

    @Test
    void nothingIsExpanded() {
        assertThat(Words.split("echo $HOME `id` \\n * ~")).containsExactly("echo", "$HOME", "`id`", "\\n", "*", "~");
    }

    @Test
    void anOpenQuoteIsToldRatherThanGuessed() {
        assertThatThrownBy(() -> Words.split("echo 'a")).hasMessage("a quote is not closed");
    }
}
