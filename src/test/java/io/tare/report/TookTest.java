package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TookTest {
    private static final double[] SEVEN = {14.1, 14.4, 14.2, 13.9, 14.6, 14.3, 14.0};
    private static final double[] NINE = {5.1, 5.4, 5.2, 4.9, 5.6, 5.3, 5.0, 5.2, 5.1};

    @Test
    void everyReportSaysHowManySamplesTheCellsTook() {
        Analysis analysis = run().until(0.02, 20).analysis();
        String words = "2 of 2 cells took fewer than 20 samples: 7 to 9.";
        assertThat(Took.words(analysis.run()).orElseThrow()).isEqualTo(words);
        assertThat(HtmlReport.of(analysis, Optional.empty())).contains(words);
        assertThat(MarkdownReport.of(analysis, Optional.empty())).contains(words);
        assertThat(TextReport.of(analysis).render(200, false)).contains(words);
        assertThat(Took.words(run().until(0.02, 7).run())).contains("Each cell took all 7 samples.");
        assertThat(Took.words(run().run())).isEmpty();
    }

    private static HandMadeRun run() {
        return HandMadeRun.of("host", "overlay").valid("host", SEVEN).valid("overlay", NINE);
    }
}
