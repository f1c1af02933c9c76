package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tare.stats.Interval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TookTest {
    private static final double[] SEVEN = {14.1, 14.4, 14.2, 13.9, 14.6, 14.3, 14.0};
    private static final double[] NINE = {5.1, 5.4, 5.2, 4.9, 5.6, 5.3, 5.0, 5.2, 5.1};

    /** Student's t(6) 2.4469 and t(8) 2.3060 over 1.9600, times the root of 7/6 and of 9/8. */
    @Test
    void intervalsOfCellsThatTheRuleEndedAreWider() {
        List<CellRow> fixed = rows(run());
        List<CellRow> ended = rows(run().until(0.02, 20));
        assertThat(width(ended.getFirst().interval()) / width(fixed.getFirst().interval()))
                .isCloseTo(1.3485, within(1e-3));
        assertThat(width(ended.getLast().interval()) / width(fixed.getLast().interval()))
                .isCloseTo(1.2479, within(1e-3));
        assertThat(width(ended.getLast().medianInterval())
                        / width(fixed.getLast().medianInterval()))
                .isCloseTo(1.2479, within(1e-3));
        assertThat(ratioWidth(ended) / ratioWidth(fixed)).isCloseTo(1.3485, within(1e-3));
        assertThat(ended.getLast().change().orElseThrow().p())
                .isEqualTo(fixed.getLast().change().orElseThrow().p());
    }

    @Test
    void aCellThatTookAllIsAsOfAFixedNumber() {
        List<CellRow> fixed = rows(run());
        List<CellRow> some = rows(run().until(0.02, 9));
        assertThat(some.getLast().interval()).isEqualTo(fixed.getLast().interval());
        assertThat(some.getLast().medianInterval()).isEqualTo(fixed.getLast().medianInterval());
        assertThat(some.getFirst().interval()).isNotEqualTo(fixed.getFirst().interval());
        assertThat(rows(run().until(0.02, 7))).isEqualTo(fixed);
    }

    @Test
    void everyReportSaysHowManySamplesTheCellsTook() {
        Analysis analysis = run().until(0.02, 20).analysis();
        String words = "2 of 2 cells took fewer than 20 samples: 7 to 9.";
        assertThat(Took.words(analysis.run()).orElseThrow()).startsWith(words).contains("widened");
        assertThat(HtmlReport.of(analysis, Optional.empty())).contains(words);
        assertThat(MarkdownReport.of(analysis, Optional.empty())).contains(words);
        assertThat(TextReport.of(analysis).render(200, false)).contains(words);
        assertThat(Took.words(run().until(0.02, 7).run())).contains("Each cell took all 7 samples.");
        assertThat(Took.words(run().run())).isEmpty();
    }

    private static HandMadeRun run() {
        return HandMadeRun.of("host", "overlay").valid("host", SEVEN).valid("overlay", NINE);
    }

    private static List<CellRow> rows(HandMadeRun run) {
        return run.table().rows();
    }

    private static double ratioWidth(List<CellRow> rows) {
        return width(rows.getLast().change().orElseThrow().interval());
    }

    private static double width(Optional<Interval> interval) {
        return interval.orElseThrow().high() - interval.orElseThrow().low();
    }
}
