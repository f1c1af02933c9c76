package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.compare.Trend;
import io.tare.result.RunEntry;
import io.tare.result.RunFigures;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTrendTest {
    private static final Trend TREND = Trend.of(
            "throughput",
            RunEntry.in(Path.of("src/test/resources/io/tare/cli/trend")).stream()
                    .map(entry -> RunFigures.read(entry.folder()))
                    .toList());

    @Test
    void aTableOfAStudyReadsLikeThis() {
        assertThat(TextTrend.render(TREND, 80))
                .startsWith("""
                Throughput

                nightly, Mbit/s
                """)
                .contains("cell                runs   first    last  course\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 80, 120})
    void noLineIsWiderThanTheTerminalAndNoLatestPointIsCutOff(int columns) {
        String text = TextTrend.render(TREND, columns);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(columns));
        assertThat(text.lines().filter(line -> line.matches("overlay ip.* 13 .*")))
                .singleElement()
                .asString()
                .endsWith("▁▁▁▁▁▁");
    }

    @Test
    void aLongSeriesShowsItsLatestPoints() {
        double[] rising = IntStream.range(0, 100).asDoubleStream().toArray();
        assertThat(TextTrend.course(rising, 8)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(TextTrend.course(new double[] {3, 3}, 8)).isEqualTo("▅▅");
    }
}
