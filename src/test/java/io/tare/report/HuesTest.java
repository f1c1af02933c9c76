package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HuesTest {
    @Test
    void aModeOfTaresHasOneColourWhateverElseIsMeasured() {
        for (List<String> modes :
                List.of(List.of("host", "nat", "overlay"), List.of("overlay"), List.of("mine", "weave", "overlay"))) {
            assertThat(Hues.of(modes).of("overlay")).isEqualTo(2);
        }
    }

    @Test
    void othersTakeWhatIsLeft() {
        Hues hues = Hues.of(List.of("overlay-encrypted", "host", "bridge", "overlay"));
        assertThat(hues.of("overlay-encrypted")).isEqualTo(1);
        assertThat(hues.of("bridge")).isEqualTo(3);
        assertThat(hues.of("unheard-of")).isZero();
    }

    @Test
    void eightModesHaveEightColoursAndAHundredHaveOneEach() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "mode" + i).toList();
        Hues hues = Hues.of(many);
        assertThat(many.stream().limit(8).map(m -> hues.of(m) % 8)).doesNotHaveDuplicates();
        assertThat(many.stream().map(hues::of)).doesNotHaveDuplicates();
    }
}
