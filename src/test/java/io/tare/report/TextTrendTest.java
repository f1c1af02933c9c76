package io.tare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.compare.Trend;
import io.tare.result.RunEntry;
import io.tare.result.RunFigures;
import io.tare.study.Better;
import io.tare.study.Cell;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
    void whereNoChangeCouldBeFoundItSaysHowManyRunsThatTakes() {
        assertThat(TextTrend.render(level(8, "host", "nat"), 400))
                .contains(
                        "nor could one be: of 2 series that are looked at together it can be told from chance from 9 runs on.");
        assertThat(TextTrend.render(level(9, "host", "nat"), 80)).contains("No change of level was found.");
        assertThat(TextTrend.render(level(7, "host"), 80))
                .contains("A change of level can be told from chance from 8 runs on.");
    }

    private static Trend level(int runs, String... modes) {
        List<Trend.Point> points = IntStream.range(0, runs)
                .mapToObj(i -> new Trend.Point("run-" + i, Instant.EPOCH.plusSeconds(i), 6, 4000))
                .toList();
        return new Trend(
                "throughput",
                Arrays.stream(modes)
                        .map(mode -> new Trend.Series(
                                "nightly",
                                new Cell(mode, "none", "iperf3-tcp"),
                                "Mbit/s",
                                Better.HIGHER,
                                points,
                                List.of()))
                        .toList(),
                List.of());
    }

    @Test
    void aLongSeriesShowsItsLatestPoints() {
        double[] rising = IntStream.range(0, 100).asDoubleStream().toArray();
        assertThat(TextTrend.course(rising, 8)).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(TextTrend.course(new double[] {3, 3}, 8)).isEqualTo("▅▅");
    }
}
